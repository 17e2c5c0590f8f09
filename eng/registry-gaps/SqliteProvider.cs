using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace OrdersAdmin.RegistryGaps;

/// <summary>Binds SQLitePCLRaw 2.0.6 under Microsoft.Data.Sqlite 10, and both to the system's SQLite library, else to the one that the package brings.</summary>
internal static class SqliteProvider
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The provider must be bound before the first SQLite type is touched, in whatever process loads this assembly.")]
    internal static void Bind()
    {
        // The default binder refuses an older version than the one asked for; a resolver may answer with it.
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name is "SQLitePCLRaw.core" or "SQLitePCLRaw.provider.e_sqlite3"
                ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "sqlite", name.Name + ".dll"))
                : null;
        SetProvider();
    }

    // Apart from Bind, so that no SQLitePCL type is looked up before the resolver stands.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetProvider()
    {
        var provider = new SQLitePCL.SQLite3Provider_e_sqlite3();
        NativeLibrary.SetDllImportResolver(provider.GetType().Assembly, static (name, _, _) =>
            name != "e_sqlite3" ? 0
            : NativeLibrary.TryLoad("libsqlite3.so.0", out var system) ? system
            : NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "sqlite", "libe_sqlite3.so")));
        SQLitePCL.raw.SetProvider(provider);
    }
}
