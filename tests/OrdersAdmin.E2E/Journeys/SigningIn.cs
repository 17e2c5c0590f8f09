using Microsoft.Playwright;
using OrdersAdmin.E2E.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

public sealed class SigningIn(Shop shop) : Journey(shop)
{
    [Fact]
    public async Task Leads_to_the_page_that_was_asked_for()
    {
        await Page.GotoAsync("/orders?view=unfulfilled");

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
        await Fill("yuki@demo.example", "correct horse demo");

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Orders");
        Assert.EndsWith("/orders?view=unfulfilled", Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_no_more_than_it_must_about_a_wrong_password()
    {
        await Page.GotoAsync("/account/sign-in");
        await Fill("nobody@demo.example", "wrong horse demo");

        await Expect(Page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await Expect(Page.GetByLabel("Email")).ToHaveValueAsync("nobody@demo.example");
    }

    [Fact]
    public async Task Signs_out_everywhere_from_the_menu()
    {
        await SignIn("ben@demo.example");
        await Open("/orders");

        await Page.Locator("details.who summary").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
    }

    [Fact]
    public async Task Works_with_a_passkey_that_was_added_before()
    {
        var authenticator = await Page.Context.NewCDPSessionAsync(Page);
        await authenticator.SendAsync("WebAuthn.enable");
        await authenticator.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        // A passkey belongs to a name, not to a number.
        var named = new UriBuilder(Shop.Address) { Host = "localhost" }.Uri;
        AlsoAllow(named);
        await Page.GotoAsync(new Uri(named, "/account/sign-in").ToString());
        await Fill("chie@demo.example", "correct horse demo");
        await Page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));

        await Page.GotoAsync(new Uri(named, "/account").ToString());
        await Page.GetByLabel("Name of the new passkey").FillAsync("Laptop");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(Page.GetByLabel("Name of the passkey")).ToHaveValueAsync("Laptop");
        await Page.Context.ClearCookiesAsync();
        // A browser that offers no passkey by itself: one that does is through before anybody finds the button.
        await Page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)");
        await Page.GotoAsync(new Uri(named, "/account/sign-in").ToString());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await Expect(Page.Locator("details.who summary")).ToContainTextAsync("Chie Sato");
    }

    private async Task Fill(string email, string password)
    {
        await Page.GetByLabel("Email").FillAsync(email);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }
}
