using System.Text.Json;
using OrdersAdmin.Demo;

namespace OrdersAdmin.Web.Hosting;

/// <summary>The demo shop as <c>dotnet run</c> shows it.</summary>
internal static class DemoOpening
{
    public const string Told = "demo.json";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Fills the shop and opens its logins before anything is answered; tells where it stands once the server listens. A full shop stays as it is.</summary>
    public static async Task OpenDemo(this WebApplication app)
    {
        var (shop, services) = (app.Services.GetRequiredService<ShopOptions>(), app.Services);
        await services.GetRequiredService<DemoShop>().Fill(shop.InData("demo"), shop.DemoOrders, new Lines(), app.Lifetime.ApplicationStopping);
        await services.GetRequiredService<DemoLogins>().Open();
        foreach (var problem in await services.GetRequiredService<DemoReturns>().Fill())
            app.Logger.LogWarning("A return of the demo shop could not be made: {Problem}", problem);
        var tokens = services.GetRequiredService<DemoTokens>();
        await tokens.Open();
        var stripe = services.GetRequiredService<DemoStripe>();
        await stripe.Start(app.Lifetime.ApplicationStopping);
        app.Lifetime.ApplicationStarted.Register(() => Tell(shop, tokens.All, services.GetRequiredService<ShopAddress>().Base));
        app.Lifetime.ApplicationStarted.Register(() => _ = stripe.Listen());
    }

    private static void Tell(ShopOptions shop, IReadOnlyList<DemoToken> tokens, Uri address)
    {
        var url = address.ToString().TrimEnd('/');
        var logins = DemoLogins.All.Select(login => new { login.Email, DemoLogins.Password, Role = login.Role.ToString().ToLowerInvariant(), login.Sites });
        // Renamed into place: whoever waits for the file never reads half of it.
        var file = shop.InData(Told);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(new { url, logins, tokens }, Json));
        File.Move(file + ".new", file, overwrite: true);

        Console.WriteLine();
        Console.WriteLine($"  The demo shop is open: {url}");
        Console.WriteLine();
        foreach (var login in DemoLogins.All)
            Console.WriteLine($"    {login.Email,-20} {login.Role,-8} {string.Join(", ", login.Sites)}");
        Console.WriteLine($"    password of all:     {DemoLogins.Password}");
        Console.WriteLine();
        Console.WriteLine($"  Data, mails, logins and API tokens (demo.json) lie in {shop.Data}");
        Console.WriteLine();
    }

    // Not Progress<string>, which would report from other threads, out of order.
    private sealed class Lines : IProgress<string>
    {
        public void Report(string value) => Console.WriteLine(value);
    }
}
