using System.Net;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tests.Web.Identity;

public sealed class SigningIn(ShopFactory shop) : IClassFixture<ShopFactory>
{
    private const string Refusal = "The email address or the password is wrong.";

    [Fact]
    public async Task Leads_back_to_the_page_that_was_asked_for()
    {
        await shop.Hire("back@example.com");
        using var visitor = shop.Visitor();
        await visitor.Get("/settings/staff?dialog=invite");
        Assert.Equal("/account/sign-in", visitor.Url.AbsolutePath);

        await visitor.Submit("Sign in", ("email", "Back@Example.com "), ("password", ShopFactory.Password));

        Assert.Equal("/settings/staff?dialog=invite", visitor.Url.PathAndQuery);
        Assert.Equal("Staff", visitor.Heading);
    }

    [Fact]
    public async Task Says_the_same_whether_the_password_or_the_account_is_wrong()
    {
        await shop.Hire("known@example.com");

        var wrongPassword = await Attempt("known@example.com", "not the password at all");
        var nobody = await Attempt("nobody@example.com", ShopFactory.Password);

        Assert.Equal(Refusal, wrongPassword.Problem);
        Assert.Equal(Refusal, nobody.Problem);
        Assert.Equal(wrongPassword.Page.QuerySelector("main")!.TextContent, nobody.Page.QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/account/sign-in")]
    public async Task Never_leads_to_another_site(string returnUrl)
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        await shop.Hire(email);
        using var visitor = shop.Visitor();
        await visitor.Get("/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));

        await visitor.Submit("Sign in", ("email", email), ("password", ShopFactory.Password));

        Assert.Equal("http://localhost/orders", visitor.Url.ToString());
    }

    [Fact]
    public async Task Is_refused_to_whoever_was_deactivated()
    {
        var id = await shop.Hire("gone@example.com", Role.Staff);
        await shop.Change(id, member => member with { Active = false });

        var visitor = await Attempt("gone@example.com", ShopFactory.Password);

        Assert.Equal(Refusal, visitor.Problem);
    }

    [Fact]
    public async Task Ends_with_signing_out()
    {
        await shop.Hire("out@example.com");
        using var visitor = await shop.SignedIn("out@example.com");

        await visitor.Submit("Sign out");

        Assert.Equal("/account/sign-in", visitor.Url.AbsolutePath);
        await visitor.Get("/orders");
        Assert.Equal("/account/sign-in", visitor.Url.AbsolutePath);
    }

    [Fact]
    public async Task Needs_the_antiforgery_token()
    {
        using var visitor = shop.Visitor();

        await visitor.Post("/account/sign-in", KeyValuePair.Create("_handler", "sign-in"), KeyValuePair.Create("email", "a@example.com"), KeyValuePair.Create("password", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Equal("That was not taken", visitor.Heading);
    }

    [Fact]
    public async Task Signing_out_needs_the_antiforgery_token_too()
    {
        await shop.Hire("forged@example.com");
        using var visitor = await shop.SignedIn("forged@example.com");

        await visitor.Post("/account/sign-out");

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        await visitor.Get("/account");
        Assert.Equal("Sign-in and security", visitor.Heading);
    }

    private async Task<Visitor> Attempt(string email, string password)
    {
        var visitor = shop.Visitor();
        await visitor.Get("/account/sign-in");
        await visitor.Submit("Sign in", ("email", email), ("password", password));
        return visitor;
    }
}
