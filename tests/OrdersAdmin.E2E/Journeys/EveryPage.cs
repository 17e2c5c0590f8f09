using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrdersAdmin.E2E.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

public sealed class EveryPage(Shop shop) : Journey(shop)
{
    /// <summary>What stands in the HTML where a circuit takes over.</summary>
    private const string InteractiveComponent = "<!--Blazor:{\"type\":\"server\"";

    public static TheoryData<string> Paths => new(
        "/orders", "/orders?view=unfulfilled", "/orders?q=maria&payment=paid", "/orders?q=nothing-is-called-so", "/orders/{order}", "/orders/{order}?dialog=fulfill", "/orders/{order}?dialog=refund",
        "/orders/{order}/packing-slip", "/orders/{returned}", "/orders/{returned}?dialog=return", "/orders/{returned}?dialog=receive&return={return}", "/orders/{returned}?dialog=exchange", "/returns", "/returns?q=nobody", "/exchanges",
        "/returns/bench", "/returns/bench?code={return}", "/returns/{return}/slip", "/stock", "/stock?view=low", "/settings/returns", "/refunds/review", "/refunds/stuck", "/import", "/settings/staff", "/settings/staff?dialog=invite", "/settings/sites", "/settings/sites?dialog=open", "/settings/refunds", "/settings/refunds?edit={site}", "/settings/tokens", "/settings/tokens?dialog=make",
        "/orders/{order}?dialog=cancel", "/orders/{order}?dialog=ship-to", "/settings/webhooks", "/settings/webhooks?dialog=add", "/account", "/no-such-page");

    public static TheoryData<string> AnonymousPaths => new("/thanks", "/account/sign-in", "/account/forgot-password", "/account/locked", "/docs/problems");

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Is_accessible_in_both_themes_and_survives_a_reload(string path)
    {
        await SignIn("omar@demo.example");
        path = await FillIn(path);

        var answer = await Page.GotoAsync(path);
        if ((await answer!.TextAsync()).Contains(InteractiveComponent, StringComparison.Ordinal))
            await Live(Page);
        await Expect(Page.Locator("h1").First).ToBeVisibleAsync();
        await Expect(Page).ToHaveTitleAsync(new Regex(".", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var (heading, address) = (await Page.Locator("h1").First.TextContentAsync(), Page.Url);
        await AssertAccessible();
        await Page.ReloadAsync();

        await Expect(Page.Locator("h1").First).ToHaveTextAsync(heading!);
        await Expect(Page).ToHaveURLAsync(address);
        await Expect(Page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        Expecting("404");
    }

    private async Task<string> FillIn(string path)
    {
        if (path.Contains("{order}", StringComparison.Ordinal))
            path = path.Replace("{order}", (await Given.Order()).Id.ToString(), StringComparison.Ordinal);
        if (path.Contains("{site}", StringComparison.Ordinal))
            path = path.Replace("{site}", (await Given.Order()).Site.Id.ToString(), StringComparison.Ordinal);
        if (!path.Contains("return}", StringComparison.Ordinal) && !path.Contains("{returned}", StringComparison.Ordinal))
            return path;
        var order = await Given.ShippedOrder();
        var view = await Given.Return(order, 1);
        return path.Replace("{returned}", order.Id.ToString(), StringComparison.Ordinal).Replace("{return}", view.Id.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AnonymousPaths))]
    public async Task Is_accessible_to_whoever_is_not_signed_in(string path)
    {
        await Page.GotoAsync(path);

        await Expect(Page.Locator("h1").First).ToBeVisibleAsync();
        await AssertAccessible();
    }

    [Fact]
    public async Task Shows_the_contract_to_programmers_in_the_theme_that_they_chose()
    {
        await Page.Context.AddCookiesAsync([new() { Name = "theme", Value = "dark", Url = Shop.Address.ToString() }]);

        await Page.GotoAsync("/docs/api");

        await Expect(Page.Locator(".topbar")).ToContainTextAsync("OrdersAdmin");
        await Expect(Page.Locator("[data-path='/api/v1/me']")).ToBeVisibleAsync();
        await Expect(Page.Locator("html.dark-mode")).ToHaveCountAsync(1);
        await Expect(Page.Locator(".dark-mode-toggle")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Is_heard_when_it_complains_or_asks_another_host()
    {
        await Page.GotoAsync("/account/sign-in");
        var broke = new TaskCompletionSource();
        Page.PageError += (_, _) => broke.TrySetResult();

        await Page.EvaluateAsync("""
            () => {
              console.error("out of order");
              setTimeout(() => { throw new Error("broken"); });
              return fetch("http://127.0.0.1:9/elsewhere").catch(() => { });
            }
            """);
        await broke.Task.WaitAsync(TimeSpan.FromSeconds(45), TestContext.Current.CancellationToken);

        foreach (var complaint in (string[])["error: out of order", "script: ", "Content Security Policy"])
            Assert.Contains(Complaints, each => each.Contains(complaint, StringComparison.Ordinal));
        Expecting("");
    }

    [Fact]
    public async Task Fits_a_tablet()
    {
        var order = await Given.ShippedOrder();
        var view = await Given.Return(order, 1);
        await SignIn("omar@demo.example");
        await Page.SetViewportSizeAsync(820, 1180);

        foreach (var path in (string[])["/orders", $"/orders/{order.Id}", $"/orders/{order.Id}?dialog=return", "/returns", $"/returns/bench?code={view.Id}", "/stock", "/settings/returns", "/settings/staff", "/settings/tokens", "/settings/webhooks"])
        {
            await Open(path);
            Assert.True(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{path} scrolls sideways.");
            Assert.True(await Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('table')].every(table => table.offsetWidth <= table.parentElement.clientWidth)"), $"{path} cuts a table off.");
        }
    }
}
