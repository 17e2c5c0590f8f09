using OrdersAdmin.Fulfillments;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Tests.Refunds;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Persistence;

/// <summary>Each change is tried again and again, and each time another of its database commands fails.</summary>
public sealed class FailingInTheMiddle
{
    private static readonly Dictionary<string, Func<Shop, Task<Func<Task<Problem?>>>>> Changes = new(StringComparer.Ordinal)
    {
        ["take in an order"] = shop => Ready(async () => (await shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, Intake(Line("Mug", 3, sku: "MUG"), Line("Tray", 1)))).Problem),
        ["take in a catalogue"] = shop => Ready(async () => (await shop.Variants.TakeIn(shop.Manager, shop.Acme.Id, [new IntakeVariant("TRAY", "p1", "Tray", 900, "EUR", 5)])).Problem),
        ["fulfill and tell"] = async shop => await OnOrder(shop, async order => (await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", Notify: true, RequestKey: "key"))).Problem),
        ["deliver"] = async shop => await OnShipped(shop, async order => (await shop.Fulfillments.Deliver(shop.Ana, order.Id, order.Fulfillments[0].Id, order.Version)).Problem),
        ["cancel a fulfillment"] = async shop => await OnShipped(shop, async order => (await shop.Fulfillments.Cancel(shop.Ana, order.Id, order.Fulfillments[0].Id, order.Version)).Problem),
        ["edit"] = async shop => await OnOrder(shop, async order => (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder("Ring twice.", Tags: ["vip", "gift"]))).Problem),
        ["request a refund"] = async shop => await OnOrder(shop, async order => (await shop.Refund(order, RefundShop.Units(order, 1), key: "key", restock: true)).Problem),
        ["approve a refund"] = async shop => await OnWaiting(shop, async made => (await shop.Refunds().Approve(shop.Owner, made.RefundId, made.Revision)).Problem),
        ["decline a refund"] = async shop => await OnWaiting(shop, async made => (await shop.Refunds().Decline(shop.Owner, made.RefundId, made.Revision, "No.")).Problem),
        ["open a site"] = shop => Ready(async () => (await shop.SiteWorkflow.Open(shop.Owner, new SiteDetails("new", "New", "USD", "UTC"))).Problem),
        ["change a site"] = shop => Ready(async () => (await shop.SiteWorkflow.Change(shop.Owner, shop.Acme.Id, new SiteDetails("acme", "Acme 2", "EUR", "UTC"), shop.Acme.Version)).Problem),
        ["hire"] = shop => Ready(async () => (await shop.StaffWorkflow.Add(shop.Owner, Id<StaffMember>.New(), new StaffDetails("eve@shop.test", "Eve", Role.Staff, ["acme", "kumo"]))).Problem),
        ["change a person"] = shop => Ready(async () => (await shop.StaffWorkflow.Change(shop.Owner, shop.Ana.StaffId!.Value, new StaffDetails("", "Ana B.", Role.Support, ["kumo"]), 0)).Problem),
    };

    public static TheoryData<string> Names => new(Changes.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Leaves_nothing_half_done_whichever_command_fails(string change)
    {
        await using var shop = await Shop();
        using var commands = new FailingCommands(shop);
        var act = await Changes[change](shop);
        var before = shop.AllRows();
        var failures = 0;

        for (commands.Arm(after: 0); await Fails(act, commands); commands.Arm(after: failures))
        {
            failures++;
            Assert.Equal(before, shop.AllRows());
        }

        Assert.True(failures >= 3, $"Only {failures} commands were seen.");
        Assert.NotEqual(before, shop.AllRows());
    }

    /// <summary>Whether the change failed because a command did; where none was left to fail it must have gone well.</summary>
    private static async Task<bool> Fails(Func<Task<Problem?>> act, FailingCommands commands)
    {
        try
        {
            Assert.Null(await act());
            Assert.False(commands.Failed, "A command failed, and the change was answered as if it had not.");
            return false;
        }
        catch (Exception) when (commands.Failed)
        {
            return true;
        }
        finally
        {
            commands.Disarm();
        }
    }

    private static Task<Func<Task<Problem?>>> Ready(Func<Task<Problem?>> act) => Task.FromResult(act);

    private static async Task<Func<Task<Problem?>>> OnOrder(Shop shop, Func<OrderView, Task<Problem?>> act)
    {
        (await shop.Variants.TakeIn(shop.Manager, shop.Acme.Id, [new IntakeVariant("MUG", "p1", "Mug", 1000, "EUR", 5)])).OrThrow();
        var order = await shop.Order(Line("Mug", 3, sku: "MUG"), Line("Tray", 1));
        return () => act(order);
    }

    private static async Task<Func<Task<Problem?>>> OnShipped(Shop shop, Func<OrderView, Task<Problem?>> act)
    {
        var order = await shop.Ship(await shop.Order(Line("Mug", 3), Line("Tray", 1)), 2, 1);
        return () => act(order);
    }

    private static async Task<Func<Task<Problem?>>> OnWaiting(Shop shop, Func<RefundMade, Task<Problem?>> act)
    {
        var order = await shop.Order(Line("Desk", 1, 90_000));
        var made = (await shop.Refund(order, RefundShop.Amount(80_000), shop.Support)).OrThrow();
        Assert.Equal(RefundState.AwaitingApproval, made.State);
        return () => act(made);
    }
}
