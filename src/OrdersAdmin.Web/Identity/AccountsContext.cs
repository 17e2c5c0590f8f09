using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Web.Identity;

/// <summary>The credentials, in <c>identity.db</c>.</summary>
internal sealed class AccountsContext(DbContextOptions<AccountsContext> options) : IdentityUserContext<StaffAccount>(options)
{
    /// <summary>Outside the running app there are no options of Identity, from which its context reads whether there are passkeys.</summary>
    public static IServiceProvider Outside { get; } = new ServiceCollection().Configure<IdentityOptions>(SchemaOf).BuildServiceProvider();

    /// <summary>Version 3 is the one with passkeys.</summary>
    public static void SchemaOf(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<StaffAccount>(account =>
        {
            account.HasIndex(each => each.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
            account.Ignore(each => each.StaffId);
        });
    }
}

/// <summary>For <c>dotnet ef migrations add</c> alone.</summary>
internal sealed class AccountsDesignTimeFactory : IDesignTimeDbContextFactory<AccountsContext>
{
    public AccountsContext CreateDbContext(string[] args)
    {
        // The application layer binds SQLite when it is loaded.
        RuntimeHelpers.RunModuleConstructor(typeof(OrdersDatabase).Module.ModuleHandle);
        return new(new DbContextOptionsBuilder<AccountsContext>().UseSqlite("Data Source=:memory:").UseApplicationServiceProvider(AccountsContext.Outside).Options);
    }
}
