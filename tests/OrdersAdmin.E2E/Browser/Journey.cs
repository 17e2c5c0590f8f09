using System.Collections.Concurrent;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using Xunit;

namespace OrdersAdmin.E2E.Browser;

/// <summary>One person at one browser. Every journey ends with a clean console, no failed circuit and no request to another host.</summary>
public abstract class Journey(Shop shop) : IAsyncLifetime
{
    /// <summary>How long a page may take to show what a journey waits for, in milliseconds.</summary>
    internal const float Patience = 45_000;

    // Nothing but colors depends on the theme.
    private static readonly AxeRunOptions OnlyColors = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentBag<string> hosts = [shop.Address.ToString(), "data:"];
    private IBrowserContext context = null!;
    private SlowLine? line;

    protected Shop Shop { get; } = shop;

    protected Scenario Given => new(Shop);

    protected IPage Page { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        context = await Shop.Browser.NewContextAsync(new() { BaseURL = Shop.Address.ToString(), ViewportSize = new() { Width = 1440, Height = 900 } });
        context.SetDefaultTimeout(Patience);
        Page = await Watched(context);
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        if (line is not null)
            await line.DisposeAsync();
        if (TestContext.Current.TestState?.Result is null or TestResult.Passed)
            Assert.Empty(complaints);
        GC.SuppressFinalize(this);
    }

    /// <summary>A second person, in a browser of their own.</summary>
    protected async Task<IPage> AnotherPerson(string email)
    {
        var other = await Shop.Browser.NewContextAsync(new() { BaseURL = Shop.Address.ToString() });
        other.SetDefaultTimeout(Patience);
        var page = await Watched(other);
        await SignIn(page, email);
        return page;
    }

    protected Task SignIn(string email) => SignIn(Page, email);

    /// <summary>Goes to an address and waits until the page answers to clicks.</summary>
    protected async Task Open(string path, IPage? page = null)
    {
        page ??= Page;
        await page.GotoAsync(path);
        await Live(page);
    }

    protected Task OpenOrder(Id<Order> id, IPage? page = null) => Open($"/orders/{id}", page);

    protected static async Task Live(IPage page) => await page.Locator("[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    protected IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>What an expected answer (a 404 page, say) leaves in the console is not a complaint.</summary>
    protected void Expecting(string text)
    {
        var others = complaints.Where(each => !each.Contains(text, StringComparison.Ordinal)).ToList();
        complaints.Clear();
        others.ForEach(complaints.Enqueue);
    }

    /// <summary>The shop under another of its names.</summary>
    protected void AlsoAllow(Uri address) => hosts.Add(address.ToString());

    /// <summary>The shop as from far away, for as long as the journey lasts.</summary>
    protected Uri OverASlowLine(TimeSpan roundTrip)
    {
        line ??= SlowLine.To(Shop.Address, roundTrip);
        AlsoAllow(line.Address);
        return line.Address;
    }

    /// <summary>No violation of WCAG 2.2 AA that a machine can see, in either theme.</summary>
    protected async Task AssertAccessible(IPage? page = null)
    {
        page ??= Page;
        foreach (var (theme, rules) in new[] { ("light", new AxeRunOptions()), ("dark", OnlyColors) })
        {
            await page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
            var result = await page.RunAxe(rules);
            Assert.True(result.Violations.Length == 0, $"{page.Url} in {theme}: " + string.Join("; ", result.Violations.Select(violation =>
                $"{violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}")));
        }
    }

    private async Task SignIn(IPage page, string email)
    {
        if (Shop.Sessions.TryGetValue(email, out var session))
        {
            await page.Context.AddCookiesAsync(session);
            return;
        }
        var login = Logins().First(each => each.Email == email);
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("Email").FillAsync(login.Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(login.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));
        Shop.Sessions[email] = [.. (await page.Context.CookiesAsync()).Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            HttpOnly = cookie.HttpOnly,
            Secure = cookie.Secure,
            SameSite = cookie.SameSite,
        })];
    }

    private List<Login> Logins()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Shop.Data, "demo.json")));
        return [.. file.RootElement.GetProperty("logins").EnumerateArray()
            .Select(each => new Login(each.GetProperty("email").GetString()!, each.GetProperty("password").GetString()!))];
    }

    private async Task<IPage> Watched(IBrowserContext browser)
    {
        var page = await browser.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Enqueue($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Enqueue("script: " + error);
        page.Request += (_, request) =>
        {
            if (!hosts.Any(host => request.Url.StartsWith(host, StringComparison.Ordinal)))
                complaints.Enqueue("request off the host: " + request.Url);
        };
        return page;
    }

    private sealed record Login(string Email, string Password);
}
