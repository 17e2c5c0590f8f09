using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tests.Web.Identity;

public sealed class Sessions : IAsyncDisposable
{
    // The stamp is looked at on every request here, not once a minute.
    private readonly ShopFactory shop = new(services: services => services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.Zero));

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task End_when_the_person_is_deactivated()
    {
        var id = await shop.Hire("leaver@example.com", Role.Staff);
        using var visitor = await shop.SignedIn("leaver@example.com");

        await shop.Change(id, member => member with { Active = false });

        await visitor.Get("/account");
        Assert.Equal("/account/sign-in", visitor.Url.AbsolutePath);
    }

    [Fact]
    public async Task End_elsewhere_when_the_password_is_changed()
    {
        await shop.Hire("careful@example.com");
        using var here = await shop.SignedIn("careful@example.com");
        using var elsewhere = await shop.SignedIn("careful@example.com");

        await here.Get("/account");
        await here.Submit("Change the password", ("current", ShopFactory.Password), ("password", "quite another password"), ("repeat", "quite another password"));

        Assert.Contains("Your password is changed.", here.Text, StringComparison.Ordinal);
        await elsewhere.Get("/account");
        Assert.Equal("/account/sign-in", elsewhere.Url.AbsolutePath);
    }

    [Fact]
    public async Task End_everywhere_on_request()
    {
        await shop.Hire("lost.laptop@example.com");
        using var here = await shop.SignedIn("lost.laptop@example.com");
        using var elsewhere = await shop.SignedIn("lost.laptop@example.com");

        await here.Get("/account");
        await here.Submit("Sign out everywhere");

        Assert.Contains("You are signed out everywhere.", here.Text, StringComparison.Ordinal);
        await elsewhere.Get("/account");
        Assert.Equal("/account/sign-in", elsewhere.Url.AbsolutePath);
    }

    [Theory]
    [InlineData("http://localhost/", "orders-admin", false)]
    [InlineData("https://localhost/", "__Host-orders-admin", true)]
    public async Task Are_kept_in_a_cookie_that_scripts_and_other_sites_cannot_use(string address, string name, bool secure)
    {
        await shop.Hire("cookie@example.com");
        using var visitor = shop.Visitor(address);
        await visitor.Get("/account/sign-in");
        await visitor.Submit("Sign in", ("email", "cookie@example.com"), ("password", ShopFactory.Password));

        var set = visitor.SetCookies.Last(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal));
        var attributes = set.Split("; ")[1..].Select(each => each.ToLowerInvariant()).ToList();
        Assert.Contains("httponly", attributes);
        Assert.Contains("samesite=lax", attributes);
        Assert.Contains("path=/", attributes);
        Assert.Equal(secure, attributes.Contains("secure"));
        Assert.DoesNotContain(attributes, each => each.StartsWith("domain", StringComparison.Ordinal) || each.StartsWith("expires", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Outlive_the_browser_only_when_asked_to()
    {
        await shop.Hire("stay@example.com");
        using var visitor = shop.Visitor();
        await visitor.Get("/account/sign-in");

        await visitor.Submit("Sign in", ("email", "stay@example.com"), ("password", ShopFactory.Password), ("remember", "true"));

        Assert.Contains(visitor.SetCookies, cookie => cookie.StartsWith("orders-admin=", StringComparison.Ordinal) && cookie.Contains("expires=", StringComparison.Ordinal));
    }
}
