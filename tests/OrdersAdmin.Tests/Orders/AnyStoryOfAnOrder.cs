using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Tests.Orders.Model;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Orders;

public sealed class AnyStoryOfAnOrder
{
    /// <summary>MODEL_STORIES=100000 makes about a million commands.</summary>
    private static readonly int Stories = int.TryParse(Environment.GetEnvironmentVariable("MODEL_STORIES"), CultureInfo.InvariantCulture, out var given) ? given : 1000;

    private static readonly Actor Ana = Actor.System("Ana");

    [Fact]
    public void Goes_as_the_model_says_and_moves_only_along_the_table()
    {
        var commands = 0;
        Always.Holds(Story.Any(length: 20), story =>
        {
            var model = new OrderModel(story.Intake);
            var site = new Site("acme", "Acme", Amounts.Eur, "Europe/Paris", 1);
            var order = Order.Place(story.Intake, site, row: 1, null, new Dictionary<string, Variant>(StringComparer.Ordinal), Ana, Today).OrThrow();
            model.Agrees(order);

            foreach (var command in story.Commands)
            {
                var from = order.Status;
                var accepted = model.Accepts(command);

                Assert.Equal(accepted, Do(order, command) is null);

                model.Agrees(order);
                Assert.Equal(Enumerable.Range(1, model.Version), order.Timeline.Where(entry => entry.OrderVersion > 0).Select(entry => entry.OrderVersion));
                Assert.Equal(Enumerable.Range(1, model.Version), order.Outbox.Select(each => each.Sequence));
                Assert.True(!accepted || Along(from, command, order.Status), $"{command} led from {from} to {order.Status}.");
                commands++;
            }
        }, Stories);
        TestContext.Current.TestOutputHelper?.WriteLine($"{commands:#,0} commands, no violation");
    }

    [Fact]
    public async Task Goes_so_in_the_database_too()
    {
        await using var shop = await Shop();
        Always.Holds(Story.Any(length: 12), async story =>
        {
            var model = new OrderModel(story.Intake);
            var id = (await shop.Order(story.Intake)).Id;

            foreach (var command in story.Commands)
            {
                var order = await Load(shop, id);
                var accepted = model.Accepts(command);

                Assert.Equal(accepted, await Do(shop, order, command) is null);

                model.Agrees(await Load(shop, id));
                await HistoryIsWhole(shop, id, model.Version);
            }
            await TalliesCount(shop);
        }, times: 40);
    }

    private static Problem? Do(Order order, Command command) => command switch
    {
        Command.Ship ship => Ship(order, new ShippedItems(Items(order, ship))),
        Command.ShipTheRest => Ship(order, new ShippedItems(null)),
        Command.Deliver deliver => Parcel(order, deliver.Parcel) is { } parcel ? order.Deliver(parcel, Today, Ana, Today).Problem : NoParcel,
        Command.CancelParcel cancel => Parcel(order, cancel.Parcel) is { } parcel ? order.CancelFulfillment(parcel, Ana, Today).Problem : NoParcel,
        Command.Edit edit => order.Edit(order.Content with { Note = edit.Note, CustomerNote = null, Tags = edit.Tags }, Ana, Today).Problem,
        Command.CancelOrder => order.Cancel("Out of stock", null, [], Ana, Today).Problem,
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static async Task<Problem?> Do(Shop shop, Order order, Command command) => (command switch
    {
        Command.Ship ship => await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", Items: Items(order, ship))),
        Command.ShipTheRest => await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL")),
        Command.Deliver deliver => await shop.Fulfillments.Deliver(shop.Ana, order.Id, Parcel(order, deliver.Parcel)?.Id ?? default, order.Version),
        Command.CancelParcel cancel => await shop.Fulfillments.Cancel(shop.Ana, order.Id, Parcel(order, cancel.Parcel)?.Id ?? default, order.Version),
        Command.Edit edit => await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(edit.Note ?? "", Tags: edit.Tags)),
        Command.CancelOrder => await shop.Cancellation.Cancel(shop.Owner, order.Id, new CancelOrder("Out of stock")),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    }).Problem;

    private static readonly Problem NoParcel = new Problem.NotFound("There is no such fulfillment on this order.");

    private static Problem? Ship(Order order, ShippedItems items) =>
        order.Fulfill(new Shipment("DHL", null, null, null, Today), items, requestKey: null, notify: false, Ana, Today).Problem;

    private static Fulfillment? Parcel(Order order, int parcel) => order.Fulfillments.OrderBy(each => each.Number).ElementAtOrDefault(parcel);

    private static List<FulfillItem> Items(Order order, Command.Ship ship) =>
        [.. order.Lines.OrderBy(line => line.Position).Select((line, i) => new FulfillItem(line.Id, ship.Quantities[i])).Where(item => item.Quantity != 0)];

    private static bool Along(OrderStatus from, Command command, OrderStatus to) => command switch
    {
        Command.Ship or Command.ShipTheRest => OrderTransitions.Table.Permits(from, OrderAction.Fulfill, to),
        Command.CancelParcel => OrderTransitions.Table.Permits(from, OrderAction.CancelFulfillment, to),
        Command.CancelOrder => OrderTransitions.Table.Permits(from, OrderAction.Cancel, to),
        _ => from == to,
    };

    private static Task<Order> Load(Shop shop, Id<Order> id) =>
        shop.Database.Read(async db => (await db.FindOrder(id, shop.Owner, Permission.ViewOrders)).OrThrow());

    private static Task<bool> HistoryIsWhole(Shop shop, Id<Order> id, int version) => shop.Database.Read(async db =>
    {
        Assert.Equal(Enumerable.Range(1, version), await db.Timeline.Where(entry => entry.OrderId == id && entry.OrderVersion > 0).Select(entry => entry.OrderVersion).OrderBy(each => each).ToListAsync());
        Assert.Equal(Enumerable.Range(1, version), await db.Outbox.Where(each => each.OrderId == id).Select(each => each.Sequence).OrderBy(each => each).ToListAsync());
        return true;
    });

    private static Task<bool> TalliesCount(Shop shop) => shop.Database.Read(async db =>
    {
        var counted = await db.Orders.GroupBy(order => new { order.SiteId, order.Status, order.FulfillmentStatus, order.PaymentStatus })
            .Select(group => new { group.Key, Orders = group.Count() }).ToListAsync();
        var tallies = await db.Tallies.Where(tally => tally.Orders != 0).ToListAsync();
        Assert.Equal(
            counted.Select(each => $"{each.Key} {each.Orders}").Order(StringComparer.Ordinal),
            tallies.Select(tally => $"{new { tally.SiteId, tally.Status, tally.FulfillmentStatus, tally.PaymentStatus }} {tally.Orders}").Order(StringComparer.Ordinal));
        return true;
    });
}
