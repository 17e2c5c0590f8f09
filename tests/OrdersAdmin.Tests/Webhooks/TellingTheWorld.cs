using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Sites;
using OrdersAdmin.Webhooks;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Webhooks;

public sealed class TellingTheWorld
{
    [Fact]
    public async Task Tells_each_change_once_in_the_order_in_which_it_happened()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        await outpost.Endpoint(receiver.Url);

        var order = await outpost.Shop.Ship(await outpost.Shop.Ship(await outpost.Shop.Order(Line("Mug", 4)), 1));
        await outpost.Deliver();
        await outpost.Deliver();

        Assert.Equal(["order.created", "order.partially_fulfilled", "order.fulfilled"], receiver.All.Select(each => each.Type));
        Assert.Equal([1, 2, 3], receiver.All.Select(each => each.Sequence));
        Assert.Equal((await outpost.Shop.EventsOf(order.Id)).Select(each => each.Id.ToString()), receiver.Ids);
    }

    [Fact]
    public async Task Sends_the_order_as_programs_read_it_with_the_facts_around_it()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        await outpost.Endpoint(receiver.Url);
        var order = await outpost.Shop.Order(Line("Mug", 4));

        await outpost.Deliver();

        var received = Assert.Single(receiver.All);
        Assert.Equal(["id", "type", "created_at", "site_slug", "sequence", "data"], received.Message.EnumerateObject().Select(each => each.Name));
        Assert.Equal(received.Id, received.Message.GetProperty("id").GetString());
        Assert.Equal(Today, received.Message.GetProperty("created_at").GetDateTimeOffset());
        Assert.Equal("acme", received.Message.GetProperty("site_slug").GetString());
        var sent = received.Message.GetProperty("data").GetProperty("order");
        Assert.Equal(order.Id.ToString(), sent.GetProperty("id").GetString());
        Assert.Equal(order.Number, sent.GetProperty("number").GetInt32());
        Assert.Equal("pending", sent.GetProperty("status").GetString());
        Assert.Equal("application/json", received.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Sends_every_endpoint_and_every_repetition_the_same_bytes()
    {
        await using var outpost = await Outpost.Open();
        await using var first = await HookReceiver.Start();
        await using var second = await HookReceiver.Start();
        await outpost.Endpoint(first.Url);
        await outpost.Endpoint(second.Url);
        second.Answers(500);
        var order = await outpost.Shop.Order(Line("Mug", 4));
        await outpost.Deliver();

        (await outpost.Shop.OrderWorkflow.Edit(outpost.Shop.Ana, order.Id, new EditOrder(Note: "Changed since"))).OrThrow();
        await outpost.DeliverFor(TimeSpan.FromMinutes(1));

        var bodies = first.All.Concat(second.All).Where(each => each.Type == "order.created").Select(each => each.Body).ToList();
        Assert.Equal(3, bodies.Count);
        Assert.Single(bodies.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sends_an_endpoint_only_the_events_that_it_chose()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        await outpost.Endpoint(receiver.Url, "order.fulfilled", "order.refunded");

        await outpost.Shop.Ship(await outpost.Shop.Order(Line("Mug", 4)));
        await outpost.Deliver();

        Assert.Equal("order.fulfilled", Assert.Single(receiver.All).Type);
    }

    [Fact]
    public async Task Sends_an_endpoint_only_the_orders_of_its_sites()
    {
        await using var outpost = await Outpost.Open();
        await using var everything = await HookReceiver.Start();
        await using var kumo = await HookReceiver.Start();
        await outpost.Endpoint(everything.Url);
        (await outpost.Webhooks.Create(outpost.Shop.Owner, new WebhookDetails(kumo.Url, Sites: ["kumo"]))).OrThrow();

        await outpost.Shop.Order(Line("Mug", 4));
        await outpost.Shop.Order(Intake(Line("Cup", 1)) with { Currency = "JPY" }, outpost.Shop.Kumo);
        await outpost.Deliver();

        Assert.Equal(["acme", "kumo"], everything.All.Select(Site).Order(StringComparer.Ordinal));
        Assert.Equal(["kumo"], kumo.All.Select(Site));

        static string? Site(HookReceived received) => received.Message.GetProperty("site_slug").GetString();
    }

    [Fact]
    public async Task Keeps_silent_about_what_happened_before_the_endpoint_was_there_and_while_it_was_disabled()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        await outpost.Shop.Order(Line("Before", 1));
        var endpoint = await outpost.Endpoint(receiver.Url);
        (await outpost.Webhooks.Disable(outpost.Shop.Owner, endpoint.Id)).OrThrow();
        await outpost.Shop.Order(Line("Meanwhile", 1));
        (await outpost.Webhooks.Enable(outpost.Shop.Owner, endpoint.Id)).OrThrow();

        var order = await outpost.Shop.Order(Line("After", 1));
        await outpost.Deliver();

        Assert.Equal(order.Id.ToString(), Assert.Single(receiver.All).Message.GetProperty("data").GetProperty("order").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Writes_nothing_to_be_told_when_the_change_itself_was_refused()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        await outpost.Endpoint(receiver.Url);
        var order = await outpost.Shop.Order(Line("Mug", 1));
        var before = outpost.Shop.Count("webhook_deliveries");

        Expect.Stale(await outpost.Shop.OrderWorkflow.Edit(outpost.Shop.Ana, order.Id, new EditOrder(Note: "Too late", ExpectedVersion: 99)));

        Assert.Equal(before, outpost.Shop.Count("webhook_deliveries"));
    }

    [Fact]
    public void Nothing_is_written_that_nobody_could_subscribe_to()
    {
        Assert.Throws<ArgumentException>(() => new OutboxEvent(Id<Site>.New(), "order.teleported", 1, "{}", Today));
    }

    [Fact]
    public async Task A_test_says_what_it_is_and_is_tried_once()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url, "order.fulfilled");
        receiver.Answers(500, "not yet");

        var sent = (await outpost.Webhooks.SendTest(outpost.Shop.Owner, endpoint.Id)).OrThrow();
        await outpost.DeliverFor(TimeSpan.FromHours(80));

        var received = Assert.Single(receiver.All);
        Assert.Equal((WebhookEvents.Test, sent.Id.ToString()), (received.Type, received.Id));
        var logged = Assert.Single(await outpost.LogOf(endpoint));
        Assert.Equal((DeliveryStatus.Failed, 500, "not yet"), (logged.Status, logged.LastAttempt?.StatusCode, logged.LastAttempt?.Answer));
        Assert.Equal(received.Body, (await outpost.Detail(logged)).Body);
    }
}
