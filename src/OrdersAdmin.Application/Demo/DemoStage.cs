using OrdersAdmin.Exchanges;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Demo;

/// <summary>Who acts on what in the demo shop's returns. A problem ends a scene; where no order fits, nothing happens.</summary>
internal sealed class DemoStage(DemoShelf shelf, ReturnWorkflow returns, ReturnWorkflow longAgo, ExchangeWorkflow exchanges, FulfillmentWorkflow fulfillments, Actor support, Actor warehouse, Actor manager, DateTimeOffset now)
{
    public ReturnWorkflow Returns => returns;

    public ExchangeWorkflow Exchanges => exchanges;

    public Actor Support => support;

    public Actor Warehouse => warehouse;

    public Actor Manager => manager;

    /// <summary>Announces units of an order that arrived within the month, and goes on from there.</summary>
    public async Task<Problem?> Announced(string reason, bool approve, Func<Id<Return>, Id<LineItem>, Task<Problem?>>? then = null, int units = 1, string? note = null)
    {
        if (shelf.Take(now.AddDays(-25), now, units) is not { } order)
            return null;
        var line = DemoShelf.First(order)!.Id;
        var made = await returns.Request(support, order.Id, new RequestReturn([new(line, units)], reason, note, approve));
        return made.TryGet(out var back, out var problem) && then is not null ? await then(back.ReturnId, line) : problem;
    }

    /// <summary>Approved more than two weeks ago, and nothing came.</summary>
    public async Task<Problem?> Forgotten(string reason) => shelf.Take(now.AddDays(-40), now.AddDays(-17)) is { } order
        ? (await longAgo.Request(support, order.Id, new RequestReturn([new(DemoShelf.First(order)!.Id, 1)], reason, Approve: true))).Problem
        : null;

    /// <summary>Asks to exchange the first line.</summary>
    /// <param name="difference">0 for none, 1 where the customer owes, -1 where the shop does.</param>
    public async Task<Problem?> Exchanged(string reason, bool approve, int difference, Func<Id<Order>, Id<Exchange>, Task<Problem?>>? then = null)
    {
        if (shelf.TakeForExchange(now.AddDays(-25), difference) is not var (order, wanted))
            return null;
        var made = await exchanges.Request(support, order.Id, new RequestExchange([new(DemoShelf.First(order)!.Id, 1, wanted.Id)], reason, Approve: approve));
        return made.TryGet(out var exchange, out var problem) && then is not null ? await then(order.Id, exchange.ExchangeId) : problem;
    }

    /// <summary>The replacement leaves, the goods arrive.</summary>
    public async Task<Problem?> Complete(Id<Order> order, Id<Exchange> id) =>
        (await fulfillments.Fulfill(warehouse, order, new FulfillItems("DHL", Notify: true))).Problem ?? (await exchanges.Receive(warehouse, id, new ReceiveReturn())).Problem;

    public async Task<Problem?> Receive(Id<Return> id, ReceiveReturn command) => (await returns.Receive(warehouse, id, command)).Problem;

    public async Task<Problem?> Inspect(Id<Return> id, params InspectedItem[] items) => (await returns.Inspect(warehouse, id, new InspectReturn(items))).Problem;
}
