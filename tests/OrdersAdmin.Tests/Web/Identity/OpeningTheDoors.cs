using System.Net;
using System.Text.Json;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Hosting;

namespace OrdersAdmin.Tests.Web.Identity;

public sealed class OpeningTheDoors
{
    private static readonly string[] StrictHeaders = ["Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy"];

    [Fact]
    public async Task Finds_no_account_in_a_new_shop_outside_Development()
    {
        await using var shop = new ShopFactory();

        Assert.False(await shop.Service<StaffQueries>().Any());
        using var visitor = shop.Visitor();
        foreach (var login in DemoLogins.All)
        {
            await visitor.Get("/account/sign-in");
            await visitor.Submit("Sign in", ("email", login.Email), ("password", DemoLogins.Password));
            Assert.Equal("The email address or the password is wrong.", visitor.Problem);
        }
    }

    [Fact]
    public void Refuses_demo_logins_outside_Development()
    {
        var wrong = ShopOptionsRules.Check(new ShopOptions { Demo = true }, development: false);

        Assert.Equal(["OrdersAdmin:Demo is for Development only: it opens accounts with known passwords."], wrong);
    }

    [Fact]
    public async Task Does_not_start_with_the_demo_in_Production()
    {
        await using var shop = new ShopFactory(settings: ("OrdersAdmin:Demo", "true"));

        Assert.ThrowsAny<Exception>(() => shop.Visitor());

        Assert.False(File.Exists(Path.Combine(shop.Data, "identity.db")));
    }

    [Fact]
    public async Task Tells_the_demos_logins_in_a_file_with_which_everybody_can_sign_in()
    {
        await using var shop = new ShopFactory("Development", null, ("OrdersAdmin:Demo", "true"), ("OrdersAdmin:DemoOrders", "4"));
        using var visitor = shop.Visitor();

        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(shop.Data, "demo.json"), TestContext.Current.CancellationToken));
        Assert.StartsWith("http", file.RootElement.GetProperty("url").GetString(), StringComparison.Ordinal);
        var logins = file.RootElement.GetProperty("logins").EnumerateArray().ToList();

        Assert.Equal(["manager", "owner", "staff", "staff", "support"], logins.Select(login => login.GetProperty("role").GetString()).Order(StringComparer.Ordinal));
        foreach (var login in logins)
        {
            using var person = await shop.SignedIn(login.GetProperty("email").GetString()!, login.GetProperty("password").GetString()!);
            Assert.Equal("/orders", person.Url.AbsolutePath);
        }
    }

    [Theory]
    [InlineData("/orders", HttpStatusCode.Found)]
    [InlineData("/account/sign-in", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/setup", HttpStatusCode.NotFound)]
    [InlineData("/nothing/here", HttpStatusCode.Found)]
    [InlineData("/_blazor/negotiate", HttpStatusCode.Unauthorized)]
    public async Task Sends_strict_headers_with_every_answer(string path, HttpStatusCode status)
    {
        await using var shop = new ShopFactory();
        using var visitor = shop.Visitor();

        await visitor.Get(path, follow: false);

        Assert.Equal(status, visitor.Status);
        Assert.All(StrictHeaders, name => Assert.True(visitor.Response.Headers.Contains(name), $"{path} lacks {name}"));
    }
}
