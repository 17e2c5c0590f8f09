using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Web.Hosting;

/// <summary>What must stand before the shop can open: options, data folder, database.</summary>
internal static class ShopStart
{
    /// <summary>Throws <see cref="OptionsValidationException"/> or <see cref="DatabaseUnusableException"/> with a sentence for whoever starts the shop.</summary>
    public static async Task<ShopOptions> AddShop(this WebApplicationBuilder builder)
    {
        var options = Read(builder.Configuration, builder.Environment.IsDevelopment());
        options.Mail.Folder = options.InData("mail");
        builder.Services.AddSingleton(options).AddSingleton(Options.Create(options.Mail)).AddSingleton(options.Stripe).AddSingleton(options.Webhooks).AddSingleton(new Failpoint(options.FailAt));
        // Keys, letters with links and customers' addresses: nobody else on this machine is to read them.
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(options.Data);
        else
            Directory.CreateDirectory(options.Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        builder.Services.AddDataProtection().SetApplicationName("OrdersAdmin").PersistKeysToFileSystem(new DirectoryInfo(options.InData("keys")));

        using var logging = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddShopConsole(builder.Environment));
        var database = await OrdersDatabase.Open(options.InData("orders.db"), logging.CreateLogger("OrdersAdmin.Start"));
        builder.Services.AddOrdersApplication(database);
        return options;
    }

    private static ShopOptions Read(ConfigurationManager configuration, bool development)
    {
        var section = configuration.GetSection(ShopOptions.Section);
        if (configuration["demo-orders"] is { } orders)
            section["DemoOrders"] = orders;
        try
        {
            var options = section.Get<ShopOptions>() ?? new ShopOptions();
            return ShopOptionsRules.Check(options, development) is { Count: > 0 } wrong
                ? throw new OptionsValidationException(ShopOptions.Section, typeof(ShopOptions), wrong)
                : options;
        }
        catch (InvalidOperationException e) when (e.InnerException is FormatException or OverflowException or ArgumentException)
        {
            // The binder's own sentence repeats the value, which might be a secret.
            var key = section.AsEnumerable().Select(pair => pair.Key).FirstOrDefault(key => e.Message.Contains($"'{key}'", StringComparison.Ordinal)) ?? ShopOptions.Section;
            throw new OptionsValidationException(ShopOptions.Section, typeof(ShopOptions), [$"{key} is not of the right type: a number or true or false is expected."]);
        }
    }
}
