using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tests.Goods;

/// <summary>What holds of every order with its returns, exchanges, stock and money at every moment.</summary>
internal static class GoodsInvariants
{
    public static Task Hold(this Shop shop, GoodsScene scene, bool followed) => shop.Database.Read(async db =>
    {
        var order = (await db.FindOrder(scene.Order, shop.Owner, Permission.ViewOrders)).OrThrow();
        var returns = await ReturnBook.Open(db, order);
        var exchanges = (await ExchangeBook.Open(db, order, returns)).Exchanges;
        var ids = scene.Variants.ToList();
        var variants = (await db.Variants.Where(variant => ids.Contains(variant.Id)).ToListAsync()).ToDictionary(variant => variant.Id);
        var movements = await db.StockMovements.Where(movement => ids.Contains(movement.VariantId)).OrderBy(movement => movement.Number).ToListAsync();

        Units(order, returns.Returns);
        Money(order, returns.Refunds, exchanges);
        foreach (var exchange in exchanges)
            Halves(order, exchange, returns.Returns.First(back => back.Id == exchange.ReturnId));
        foreach (var id in ids)
            Ledger(variants[id], movements.FindAll(movement => movement.VariantId == id), exchanges);
        Assert.Equal((OrderStatuses.Order(order.Facts), OrderStatuses.Fulfillment(order.Facts), OrderStatuses.Payment(order.Facts)), (order.Status, order.FulfillmentStatus, order.PaymentStatus));
        Assert.Equal(order.Version, order.EventSequence);
        if (followed)
            Agrees(scene.Model, order, ids.ConvertAll(id => variants[id]));
        return true;
    });

    private static void Units(Order order, IReadOnlyList<Return> returns)
    {
        foreach (var line in order.Lines)
        {
            Assert.InRange(line.Shipped + line.Removed, 0, line.Quantity);
            Assert.InRange(line.Announced + line.Returned + line.Kept, 0, line.Shipped);
            Assert.InRange(line.Exchanged, 0, line.Quantity);
            Assert.Equal(returns.Where(back => back.Status.Announces()).SelectMany(back => back.Lines).Where(each => each.LineItemId == line.Id).Sum(each => each.Outstanding), line.Announced);
            Assert.Equal(returns.SelectMany(back => back.Lines).Where(each => each.LineItemId == line.Id).Sum(each => each.Received), line.Returned);
        }
        foreach (var line in returns.SelectMany(back => back.Lines))
            Assert.True(line.Outstanding >= 0 && line.Accepted <= line.Inspected && line.Inspected <= line.Received && line.Received + line.Missing <= line.Expected);
    }

    /// <summary>What can be refunded is what was captured less what was refunded, and no exchange makes worth out of nothing.</summary>
    private static void Money(Order order, IReadOnlyList<Refund> refunds, IReadOnlyList<Exchange> exchanges)
    {
        Assert.All(order.Payments, payment => Assert.InRange(payment.Reserved + payment.Refunded, 0, payment.Captured));
        Assert.Equal(refunds.Where(refund => refund.State.Holds()).Sum(refund => refund.Amount), order.Payments.Sum(payment => payment.Reserved));
        Assert.All(new RefundAmounts(order, refunds).Lines, rest => Assert.True(rest.Units >= 0 && rest.Units <= rest.Whole && rest.Subtotal >= 0 && rest.Discount >= 0 && rest.Tax >= 0));

        var live = exchanges.Where(exchange => exchange.Status is ExchangeStatus.Approved or ExchangeStatus.Completed).ToList();
        var worth = order.Lines.Where(line => line.ReplacementOf is null || live.Exists(exchange => exchange.Id == line.ReplacementOf))
            .Sum(line => line.Subtotal - line.Discount + line.Tax - line.ExchangedSubtotal + line.ExchangedDiscount - line.ExchangedTax);
        Assert.Equal(order.Totals.Total + live.Sum(exchange => exchange.Lines.Sum(line => line.New.Total(false) - line.Old.Total(false))), worth);
        Assert.All(live, exchange => Assert.Equal(exchange.DifferenceState == DifferenceState.Waived ? 0 : exchange.Difference, exchange.Lines.Sum(line => line.New.Total(false) - line.Old.Total(false))));
    }

    private static void Halves(Order order, Exchange exchange, Return back)
    {
        var done = exchange is { GoodsSettled: true, DifferenceSettled: true, Shipped: true };
        Assert.Equal(exchange.Status is ExchangeStatus.Approved or ExchangeStatus.Completed && done, exchange.Status == ExchangeStatus.Completed);
        foreach (var line in exchange.Lines.Where(line => line.ReplacementLineId is not null))
        {
            var item = order.Lines.First(each => each.Id == line.ReplacementLineId);
            Assert.Equal((line.Shipped, exchange.Status == ExchangeStatus.Approved && exchange.HoldsBack), (item.Shipped, item.OnHold));
        }
        Assert.True(back.ExchangeId == exchange.Id || exchange.Status == ExchangeStatus.Cancelled);
    }

    private static void Ledger(Variant variant, List<StockMovement> movements, IReadOnlyList<Exchange> exchanges)
    {
        Assert.Equal(Enumerable.Range(0, variant.Version + 1), movements.Select(movement => movement.Number));
        Assert.Equal((variant.OnHand, variant.Reserved, variant.Quarantined), (movements.Sum(each => each.OnHand), movements.Sum(each => each.Reserved), movements.Sum(each => each.Quarantined)));
        Assert.Equal((variant.OnHand, variant.Reserved, variant.Quarantined), (movements[^1].OnHandAfter, movements[^1].ReservedAfter, movements[^1].QuarantinedAfter));
        Assert.True(variant is { OnHand: >= 0, Reserved: >= 0, Quarantined: >= 0, Available: >= 0 });
        Assert.Equal(
            exchanges.Where(exchange => exchange.Status is ExchangeStatus.Approved or ExchangeStatus.Completed).SelectMany(exchange => exchange.Lines).Where(line => line.VariantId == variant.Id).Sum(line => line.Quantity - line.Shipped),
            variant.Reserved);
    }

    private static void Agrees(GoodsModel model, Order order, List<Variant> variants)
    {
        Assert.Equal(
            model.Lines.Select(line => (line[Place.Shipped] + line[Place.Announced] + line[Place.Received] + line[Place.Kept], line[Place.Removed], line[Place.Announced], line[Place.Received], line[Place.Kept])),
            order.Lines.OrderBy(line => line.Position).Select(line => (line.Shipped, line.Removed, line.Announced, line.Returned, line.Kept)));
        Assert.Equal(
            model.Stock.Select(stock => (stock.OnHand, stock.Reserved, stock.Quarantined)),
            variants.Select(variant => (variant.OnHand, variant.Reserved, variant.Quarantined)));
    }
}
