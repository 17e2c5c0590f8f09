using System.Globalization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;
using OrdersAdmin.Webhooks;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Webhooks;

public sealed class ManagingEndpoints
{
    private const string Url = "http://127.0.0.1:9/hooks";

    [Fact]
    public async Task An_endpoint_is_told_of_everything_unless_it_chooses()
    {
        await using var outpost = await Outpost.Open();

        var all = await outpost.Endpoint(Url);
        outpost.Shop.Clock.Advance(TimeSpan.FromSeconds(1));
        var some = (await outpost.Webhooks.Create(outpost.Shop.Owner, new WebhookDetails(Url, ["order.refunded", "order.created", "order.created"], ["kumo"]))).OrThrow();

        Assert.Equal((true, 0, WebhookStatus.Active, "Olga Owner"), (all.EverySite, all.Sites.Count, all.Status, all.CreatedBy));
        Assert.Equal(["*"], all.Events);
        Assert.False(some.EverySite);
        Assert.Equal(["kumo"], some.Sites);
        Assert.Equal(["order.created", "order.refunded"], some.Events);
        Assert.Equal([all.Id, some.Id], (await outpost.Queries.List(outpost.Shop.Owner)).OrThrow().Select(each => each.Id));
    }

    [Fact]
    public async Task Can_be_changed_by_whoever_saw_it_as_it_is()
    {
        await using var outpost = await Outpost.Open();
        var before = await outpost.Endpoint(Url);

        var after = (await outpost.Webhooks.Change(outpost.Shop.Owner, before.Id, new WebhookDetails("http://127.0.0.1:9/other", ["order.created"], ["acme"]), before.Version)).OrThrow();

        Assert.Equal(("http://127.0.0.1:9/other", before.Version + 1), (after.Url, after.Version));
        Assert.Equal(["acme"], after.Sites);
        Expect.Stale(await outpost.Webhooks.Change(outpost.Shop.Owner, before.Id, new WebhookDetails(Url), before.Version));
        Expect.Stale(await outpost.Webhooks.RotateSecret(outpost.Shop.Owner, before.Id, 24, before.Version));
    }

    [Fact]
    public async Task Names_every_wrong_field()
    {
        await using var outpost = await Outpost.Open();

        Assert.Equal(["url", "events[1]", "sites"], Expect.InvalidFields(await outpost.Webhooks.Create(outpost.Shop.Owner, new WebhookDetails("nowhere", ["order.created", "order.eaten"], []))));
        Assert.Equal(["events"], Expect.InvalidFields(await outpost.Webhooks.Create(outpost.Shop.Owner, new WebhookDetails(Url, []))));
        Assert.Equal(["events[0]"], Expect.InvalidFields(await outpost.Webhooks.Create(outpost.Shop.Owner, new WebhookDetails(Url, [WebhookEvents.Test]))));
        Assert.Equal(["sites"], Expect.InvalidFields(await outpost.Webhooks.Create(outpost.Shop.Owner, new WebhookDetails(Url, null, ["acme", "elsewhere"]))));
        var endpoint = await outpost.Endpoint(Url);
        Assert.Equal(["overlap_hours"], Expect.InvalidFields(await outpost.Webhooks.RotateSecret(outpost.Shop.Owner, endpoint.Id, 169, null)));
        Assert.Equal(["overlap_hours"], Expect.InvalidFields(await outpost.Webhooks.RotateSecret(outpost.Shop.Owner, endpoint.Id, -1, null)));
    }

    [Fact]
    public async Task Is_for_owners_only_through_every_door()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        await outpost.Shop.Order(Line("Mug", 1));
        var message = (await outpost.LogOf(endpoint))[0].Id;
        var before = outpost.Shop.AllRows();

        foreach (var actor in (Actor[])[outpost.Shop.Manager, outpost.Shop.Support, outpost.Shop.Ana, new Actor(ActorKind.Token, null, "Olga Owner"), new Actor(ActorKind.Staff, Id<StaffMember>.New(), "Nobody")])
            Assert.All(await Everything(actor, endpoint.Id, message), problem => Assert.IsType<Problem.Forbidden>(problem));

        Assert.Equal(before, outpost.Shop.AllRows());

        async Task<Problem?[]> Everything(Actor actor, Id<WebhookEndpoint> id, Id<OutboxEvent> messageId) =>
        [
            (await outpost.Webhooks.Create(actor, new WebhookDetails(Url))).Problem,
            (await outpost.Webhooks.Change(actor, id, new WebhookDetails(Url), null)).Problem,
            (await outpost.Webhooks.RotateSecret(actor, id, 24, null)).Problem,
            (await outpost.Webhooks.Disable(actor, id)).Problem,
            (await outpost.Webhooks.Enable(actor, id)).Problem,
            (await outpost.Webhooks.SendTest(actor, id)).Problem,
            (await outpost.Webhooks.Replay(actor, id, messageId)).Problem,
            (await outpost.Webhooks.Delete(actor, id)).Problem,
            (await outpost.Queries.List(actor)).Problem,
            (await outpost.Queries.Get(actor, id)).Problem,
            (await outpost.Queries.Deliveries(actor, id)).Problem,
            (await outpost.Queries.Delivery(actor, id, messageId)).Problem,
        ];
    }

    [Fact]
    public async Task An_endpoint_that_was_deleted_is_not_there_any_more()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        await outpost.Shop.Order(Line("Mug", 1));

        (await outpost.Webhooks.Delete(outpost.Shop.Owner, endpoint.Id)).OrThrow();
        await outpost.Shop.Order(Line("Cup", 1));
        await outpost.Deliver();

        Assert.Empty(receiver.All);
        Assert.Empty((await outpost.Queries.List(outpost.Shop.Owner)).OrThrow());
        Expect.NotFound(await outpost.Queries.Get(outpost.Shop.Owner, endpoint.Id));
        Expect.NotFound(await outpost.Webhooks.Delete(outpost.Shop.Owner, endpoint.Id));
        Expect.NotFound(await outpost.Webhooks.SendTest(outpost.Shop.Owner, endpoint.Id));
    }

    [Fact]
    public async Task Its_log_comes_page_by_page_and_by_what_became_of_each()
    {
        await using var outpost = await Outpost.Open();
        await using var receiver = await HookReceiver.Start();
        var endpoint = await outpost.Endpoint(receiver.Url);
        for (var i = 0; i < 5; i++)
            await outpost.Shop.Order(Line("Mug", 1));
        await outpost.Deliver();
        receiver.Answers(500);
        await outpost.Shop.Order(Line("Mug", 1));
        await outpost.Deliver();

        var first = (await outpost.Queries.Deliveries(outpost.Shop.Owner, endpoint.Id, limit: 4)).OrThrow();
        var second = (await outpost.Queries.Deliveries(outpost.Shop.Owner, endpoint.Id, limit: 4, before: long.Parse(first.Older!, CultureInfo.InvariantCulture))).OrThrow();
        var waiting = (await outpost.Queries.Deliveries(outpost.Shop.Owner, endpoint.Id, DeliveryStatus.Waiting)).OrThrow();

        Assert.Equal((4, 2, null), (first.Items.Count, second.Items.Count, second.Older));
        Assert.Equal([1006, 1005, 1004, 1003, 1002, 1001], first.Items.Concat(second.Items).Select(each => each.OrderNumber!.Value));
        Assert.Equal(1006, Assert.Single(waiting.Items).OrderNumber);
        Assert.Empty((await outpost.Queries.Deliveries(outpost.Shop.Owner, endpoint.Id, DeliveryStatus.Failed)).OrThrow().Items);
    }
}
