using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Returns;

public sealed class InspectingAReturn
{
    [Fact]
    public async Task Moves_stock_once_for_what_goes_on_the_shelf_or_into_quarantine()
    {
        await using var shop = await Shop();
        var mug = await shop.Variant("MUG");
        var order = await shop.Shipped(Line("Mug", 4, sku: "MUG"));
        var back = await shop.Receive(await shop.Approved(order, 4));

        back = await shop.Inspect(back, Disposition.Restock, 2);
        back = await shop.Inspect(back, Disposition.Quarantine, 1);
        back = await shop.Inspect(back, Disposition.Discard, 1, accepted: false);

        var stock = await shop.StockOf(mug.Id);
        Assert.Equal((12, 1, 12), (stock.OnHand, stock.Quarantined, stock.Available));
        Assert.Equal([StockKind.Quarantine, StockKind.Restock, StockKind.Opening], stock.Movements.Select(movement => movement.Kind));
        Assert.Equal((order.Id, back.Id, back.Rma, "Ana"), (stock.Movements[0].OrderId, stock.Movements[0].ReturnId, stock.Movements[0].Rma, stock.Movements[0].ActorName));
        Assert.Equal((0, 3), (back.Lines[0].ToInspect, back.Lines[0].Accepted));
    }

    [Fact]
    public async Task Refuses_what_was_decided_already_and_counts_a_key_once()
    {
        await using var shop = await Shop();
        var mug = await shop.Variant("MUG");
        var back = await shop.Receive(await shop.Approved(await shop.Shipped(Line("Mug", 2, sku: "MUG")), 2));
        var command = ReturnShop.Decide(back, Disposition.Restock, 2) with { RequestKey = "bench-1" };

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.Returns().Inspect(shop.Ana, back.Id, command)));
        var again = await shop.Returns().Inspect(shop.Ana, back.Id, command with { RequestKey = "bench-2" });

        Assert.Equal("Only 0 of Mug wait for an inspection.", Expect.Invalid(again, "items[0].quantity"));
        Assert.Equal(12, (await shop.StockOf(mug.Id)).OnHand);
    }

    [Fact]
    public async Task Finds_units_missing_that_had_been_counted_in()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 2));
        var back = await shop.Receive(await shop.Approved(order, 2));
        Assert.Equal(OrderStatus.Returned, (await shop.Read(order.Id)).Status);

        back = await shop.Inspect(back, Disposition.Missing, 1);

        Assert.Equal((1, 1, 1, 0), (back.Lines[0].Received, back.Lines[0].Missing, back.Lines[0].ToInspect, back.Lines[0].Accepted));
        var after = await shop.Read(order.Id);
        Assert.Equal((OrderStatus.Fulfilled, 1, 1), (after.Status, after.Lines[0].Returned, after.Lines[0].Returnable));
    }

    [Fact]
    public async Task Works_for_goods_that_have_no_stock_here_or_not_any_more()
    {
        await using var shop = await Shop();
        var bowl = await shop.Variant("BOWL");
        var order = await shop.Shipped(Line("Mug", 1), Line("Bowl", 1, sku: "BOWL"));
        (await shop.Stock().Delete(shop.Manager, bowl.Id, null)).OrThrow();

        var back = await shop.AllBack(order, 1, 1);

        Assert.Equal(["Mug", "Bowl"], back.Lines.Select(line => line.Name));
        Assert.Equal((true, 11), ((await shop.StockOf(bowl.Id)).Deleted, (await shop.StockOf(bowl.Id)).OnHand));
    }

    [Fact]
    public async Task Leaves_entries_that_nothing_can_change_or_delete()
    {
        await using var shop = await Shop();
        await shop.Variant("MUG");

        var change = await Assert.ThrowsAsync<SqliteException>(() => shop.Database.Write<Done>(async db => await db.Database.ExecuteSqlAsync($"UPDATE stock_movements SET OnHand = 99") > 0 ? new Done() : default));
        var removal = await Assert.ThrowsAsync<SqliteException>(() => shop.Database.Write<Done>(async db => await db.Database.ExecuteSqlAsync($"DELETE FROM stock_movements") > 0 ? new Done() : default));

        Assert.All([change, removal], error => Assert.Contains("append-only", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restocks_once_though_the_order_is_cancelled_afterwards()
    {
        await using var shop = await Shop();
        var mug = await shop.Variant("MUG");
        var order = await shop.Ship(await shop.Order(Intake(Line("Mug", 3, sku: "MUG")) with { InventoryBehavior = OrdersAdmin.Channels.InventoryBehavior.Deduct }), 1);
        await shop.AllBack(order, 1);
        Assert.Equal(8, (await shop.StockOf(mug.Id)).OnHand);

        var cancelling = new OrderCancellationWorkflow(shop.Database, new OrdersAdmin.Payments.StripeOptions(), new OrdersAdmin.Refunds.RefundSignal(), shop.Clock);
        (await cancelling.Cancel(shop.Manager, order.Id, new CancelOrder("No longer wanted", Restock: true))).OrThrow();

        Assert.Equal(10, (await shop.StockOf(mug.Id)).OnHand);
        Assert.Equal(OrderStatus.Cancelled, (await shop.Read(order.Id)).Status);
    }
}
