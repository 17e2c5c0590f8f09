using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace OrdersAdmin.RegistryGaps;

/// <summary>Binds AngleSharp.Diffing 0.17.0, the version that the registry has, under bUnit.</summary>
internal static class DiffingBinding
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The assembly must be found before the first type of bUnit is touched.")]
    internal static void Bind() =>
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name is "AngleSharp.Diffing"
                ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "diffing", name.Name + ".dll"))
                : null;
}
