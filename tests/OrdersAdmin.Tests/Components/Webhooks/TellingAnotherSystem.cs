using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrdersAdmin.Tests.Webhooks;
using OrdersAdmin.Web.Components.Webhooks;
using OrdersAdmin.Webhooks;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Components;

public sealed class TellingAnotherSystem
{
    [Fact]
    public async Task A_new_endpoint_shows_its_secret_until_it_is_copied_and_never_again()
    {
        await using var outpost = await Outpost.Open();
        await using var context = Context(outpost);
        var page = context.Open<WebhooksPage>("/settings/webhooks?dialog=add");
        await page.WaitForElement("#url").ChangeAsync("https://warehouse.test/hooks");

        await page.Find("dialog form").SubmitAsync();
        var secret = (await page.WaitForElementAsync("#secret")).GetAttribute("value")!;
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.Equal(secret, page.Find("dialog [data-copy]").GetAttribute("data-copy"));
        await page.Find("dialog .actions button").ClickAsync();

        var made = Assert.Single((await outpost.Queries.List(outpost.Shop.Owner)).OrThrow());
        Assert.EndsWith($"/settings/webhooks/{made.Id}", context.Address, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, (await OpenEndpoint(context, made.Id.ToString())).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_said_beside_the_field_and_stays_there()
    {
        await using var outpost = await Outpost.Open();
        await using var context = Context(outpost);
        var page = context.Open<WebhooksPage>("/settings/webhooks?dialog=add");
        await page.WaitForElement("#url").ChangeAsync("ftp://nowhere");

        await page.Find("dialog form").SubmitAsync();

        Assert.Equal("The address must begin with https://.", (await page.WaitForElementAsync("#url-error")).TextContent);
        Assert.Equal("ftp://nowhere", page.Find("#url").GetAttribute("value"));
        Assert.Empty((await outpost.Queries.List(outpost.Shop.Owner)).OrThrow());
    }

    [Fact]
    public async Task A_message_that_was_refused_waits_and_tells_what_the_receiver_answered()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        receiver.Answers(503, "The <b>warehouse</b> is closed.");
        var endpoint = await outpost.Endpoint(receiver.Url);
        var order = await outpost.Shop.Order(Line("Mug", 1));
        await outpost.Deliver();
        await using var context = Context(outpost);

        var page = await OpenEndpoint(context, endpoint.Id.ToString(), $"?message={(await outpost.LogOf(endpoint))[0].Id}");

        var row = page.Find("tbody tr").TextContent;
        Assert.All((string[])["order.created", $"#{order.Number}", "Waiting", "503"], word => Assert.Contains(word, row, StringComparison.Ordinal));
        Assert.Contains("answered 503", page.Find("dialog .attempt").TextContent, StringComparison.Ordinal);
        Assert.Equal("The <b>warehouse</b> is closed.", page.Find("dialog .attempt pre").TextContent);
    }

    [Fact]
    public async Task A_test_that_failed_can_be_sent_again_from_its_dialog()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        receiver.Answers(500);
        var endpoint = await outpost.Endpoint(receiver.Url);
        (await outpost.Webhooks.SendTest(outpost.Shop.Owner, endpoint.Id)).OrThrow();
        await outpost.Deliver();
        await using var context = Context(outpost);
        var page = await OpenEndpoint(context, endpoint.Id.ToString(), $"?message={(await outpost.LogOf(endpoint))[0].Id}");
        Assert.Contains("Failed", page.Find("tbody tr").TextContent, StringComparison.Ordinal);

        receiver.Answers(200);
        await page.Find("dialog .actions .primary").ClickAsync();
        await page.WaitForAssertionAsync(() => Assert.Equal(["The message is on its way again."], context.Toasted));
        await outpost.Deliver();

        await page.WaitForAssertionAsync(() => Assert.Contains("Delivered", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_disabled_endpoint_says_who_did_it_and_sends_nothing_until_it_is_enabled()
    {
        await using var outpost = await Outpost.Open();
        var endpoint = await outpost.Endpoint("https://warehouse.test/hooks");
        await using var context = Context(outpost);
        var page = await OpenEndpoint(context, endpoint.Id.ToString());
        Assert.Equal(["Send test", "Disable"], Buttons(page));

        await page.FindAll(".head button").Single(button => button.TextContent == "Disable").ClickAsync();

        await page.WaitForAssertionAsync(() => Assert.Contains("Olga Owner disabled it.", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Equal(["Enable"], Buttons(page));
        await page.Find(".head button").ClickAsync();
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll(".notice")));
        Assert.Equal(WebhookStatus.Active, (await outpost.Now(endpoint)).Status);
    }

    [Fact]
    public async Task A_secret_that_somebody_else_rotated_meanwhile_is_rotated_once_that_was_seen()
    {
        await using var outpost = await Outpost.Open();
        var endpoint = await outpost.Endpoint("https://warehouse.test/hooks");
        await using var context = Context(outpost);
        var page = await OpenEndpoint(context, endpoint.Id.ToString(), "?dialog=rotate");
        var before = await outpost.Now(endpoint);
        (await outpost.Webhooks.RotateSecret(outpost.Shop.Owner, endpoint.Id, 24, before.Version)).OrThrow();

        await page.Find("dialog form").SubmitAsync();
        await page.WaitForElementAsync("dialog [role=alert]");
        Assert.Empty(page.FindAll("#secret"));
        await page.Find("dialog form").SubmitAsync();

        Assert.StartsWith("whsec_", (await page.WaitForElementAsync("#secret")).GetAttribute("value"), StringComparison.Ordinal);
        Assert.Equal(before.Version + 2, (await outpost.Now(endpoint)).Version);
    }

    private static PageContext Context(Outpost outpost) => new(outpost.Shop, outpost.Shop.Owner,
        also: services => services.AddSingleton(outpost.Queries).AddSingleton(outpost.Webhooks).AddSingleton(outpost.Signal));

    private static async Task<IRenderedComponent<WebhookPage>> OpenEndpoint(PageContext context, string id, string query = "")
    {
        context.Go($"/settings/webhooks/{id}{query}");
        var page = context.Render<WebhookPage>(parameters => parameters.Add(each => each.Id, id));
        await page.WaitForElementAsync("h1");
        return page;
    }

    private static IEnumerable<string> Buttons(IRenderedComponent<WebhookPage> page) => page.FindAll(".head button").Select(button => button.TextContent);
}
