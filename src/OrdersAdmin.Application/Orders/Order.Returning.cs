using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

public sealed partial class Order
{
    /// <summary>The problem with moving goods so in the order's status, or null.</summary>
    internal Problem? CheckGoods(GoodsAction action) => OrderTransitions.Goods.Permits(Status, action)
        ? null
        : new Problem.Refused($"Order #{Number} is {Status.ToString().ToLowerInvariant()}; its goods stay as they are.");

    /// <summary>Units that are announced and still with the customer, over all returns; each line's is set anew.</summary>
    internal void Announce(IReadOnlyList<Return> returns)
    {
        var outstanding = returns.Where(back => back.Status.Announces()).SelectMany(back => back.Lines).ToLookup(line => line.LineItemId, line => line.Outstanding);
        foreach (var line in lines)
            line.Announced = outstanding[line.Id].Sum();
    }

    /// <summary>Units came back, or where it is negative were not there after all.</summary>
    internal void TakeBack(Id<LineItem> lineId, int units) => lines.Find(line => line.Id == lineId)!.Returned += units;

    /// <summary>Closes a change to a return: the status follows from the units, which have moved already.</summary>
    internal void RecordReturn(Return back, Actor actor, DateTimeOffset now, string kind, string summary, string eventType) =>
        Record(actor, now, kind, summary, eventType, new
        {
            ReturnId = back.Id.ToString(),
            back.Rma,
            Status = back.Status.ToString(),
            back.Reason,
            Items = back.Lines.Select(line => new { LineItemId = line.LineItemId.ToString(), line.Expected, line.Received, line.Missing, line.Accepted }).ToList(),
        });
}
