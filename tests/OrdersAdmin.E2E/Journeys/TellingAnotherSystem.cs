using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using OrdersAdmin.E2E.Browser;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OrdersAdmin.E2E.Journeys;

public sealed class TellingAnotherSystem(Shop shop) : Journey(shop)
{
    [Fact]
    public async Task Begins_with_an_endpoint_and_a_test_that_is_seen_in_its_log()
    {
        var received = new ConcurrentQueue<string>();
        await using var receiver = await Receiver(received);
        await SignIn("omar@demo.example");
        await Open("/settings/webhooks?dialog=add");

        await Page.GetByLabel("Address").FillAsync("ftp://nowhere");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add the endpoint" }).ClickAsync();
        await Expect(Page.Locator("#url-error")).ToBeVisibleAsync();
        await Page.GetByLabel("Address").FillAsync(receiver.Urls.First() + "/hooks");
        await Page.GetByLabel("Every event, also those that come later").UncheckAsync();
        await Page.GetByLabel("order.created").CheckAsync();
        await AssertAccessible();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add the endpoint" }).ClickAsync();
        Assert.StartsWith("whsec_", await Page.GetByLabel("Secret of").InputValueAsync(), StringComparison.Ordinal);
        await Page.GetByRole(AriaRole.Button, new() { Name = "I have copied it" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("/hooks");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send test" }).ClickAsync();

        var row = Page.GetByRole(AriaRole.Row, new() { Name = "webhook.test" });
        await Expect(row).ToContainTextAsync("Delivered");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Got it.");
        await AssertAccessible();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();
        await Expect(row.GetByRole(AriaRole.Cell, new() { Name = "2", Exact = true })).ToBeVisibleAsync();
        await Given.Order();
        await Expect(Page.GetByRole(AriaRole.Row, new() { Name = "order.created" }).First).ToContainTextAsync("Delivered");
        Assert.Equal(2, received.Count(message => message.Contains("webhook.test", StringComparison.Ordinal)));
        Assert.Contains(received, message => message.Contains("order.created", StringComparison.Ordinal));
    }

    private static async Task<WebApplication> Receiver(ConcurrentQueue<string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/hooks", async (HttpRequest request) =>
        {
            received.Enqueue(await new StreamReader(request.Body).ReadToEndAsync());
            return "Got it.";
        });
        await app.StartAsync();
        return app;
    }
}
