using OrdersAdmin.Customers;
using OrdersAdmin.Kernel;
using OrdersAdmin.Notifications;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

/// <summary>Changes to an order that move neither goods nor money.</summary>
public sealed class OrderWorkflow(OrdersDatabase database, TimeProvider clock)
{
    public const int LongestNote = 5000;
    public const int LongestTag = 40;
    public const int MostTags = 50;

    /// <summary>Sets what the command names; what is null stays as it is, and an empty text removes.</summary>
    public Task<Result<Changed>> Edit(Actor actor, Id<Order> orderId, EditOrder command, CancellationToken cancel = default) => database.Write<Changed>(async db =>
    {
        var now = clock.GetUtcNow();
        if (!(await db.FindOrder(orderId, actor, Permission.EditOrders)).TryGet(out var order, out var problem))
            return problem;
        if (EditOrderRules.Check(command) is { } wrong)
            return wrong;
        if (await db.CheckFresh(order, command.ExpectedVersion, now) is { } stale)
            return stale;

        var before = order.Content;
        order.Edit(new OrderContent(
            EditOrderRules.Sent(command.Note, before.Note),
            EditOrderRules.Sent(command.CustomerNote, before.CustomerNote),
            command.Tags is null ? before.Tags : [.. command.Tags.Select(Text.Clean).OfType<string>().Distinct(StringComparer.Ordinal)],
            EditOrderRules.Sent(command.ShippingAddress, before.ShippingAddress),
            EditOrderRules.Sent(command.BillingAddress, before.BillingAddress),
            await Buyer(db, order, command.Buyer)), actor, now);
        return new Changed(order.Version);
    }, cancel);

    private static async Task<OrderBuyer> Buyer(OrdersContext db, Order order, EditBuyer? sent)
    {
        var before = order.Content.Buyer;
        if (sent is null)
            return before;
        var (name, phone) = (EditOrderRules.Sent(sent.Name, before.Name)!, EditOrderRules.Sent(sent.Phone, before.Phone));
        var email = sent.Email is null ? before.Email : Text.Clean(sent.Email) is { } given ? EmailAddress.Normalize(given) : null;
        var customer = email == before.Email ? before.CustomerId : email is null ? null : (await db.FindOrAddCustomer(order.SiteId, email, name, phone)).Id;
        return new OrderBuyer(customer, name, email, phone);
    }
}
