using OrdersAdmin.Channels;
using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Orders;

/// <summary>Many orders, for tests of lists.</summary>
internal static class Crowd
{
    public static readonly string[] Names = ["web", "pos", "Kumo店"];

    /// <summary>Orders of both sites in every state, few of them of a moment of their own.</summary>
    public static async Task<List<OrderView>> Fill(this Shop shop, int count)
    {
        var all = new List<OrderView>();
        for (var i = 0; i < count; i++)
        {
            var paid = i % 7 == 3 ? 0 : 3000L;
            all.Add(await shop.Order(Intake(Line("Mug", 3) with { Returned = i % 11 == 5 ? 1 : 0 }) with
            {
                ChannelName = Names[i % 3],
                CreatedOn = Today.AddDays(-(i % 9)).AddTicks(i % 4),
                Customer = new IntakeCustomer($"buyer{i % 5}@example.com", "Zoë Müller"),
                Tags = i % 4 == 1 ? ["gift"] : i % 8 == 2 ? ["gift", "vip"] : [],
                Payments = [new("stripe", Captured: paid, Refunded: i % 13 == 4 ? paid : i % 6 == 1 ? Math.Min(100, paid) : 0, Authorized: i % 14 == 10 ? 3000 : 0)],
                Fulfillments = i % 5 == 0 || i % 11 == 5 ? [new() { Carrier = "DHL", ShipDate = Today, Items = [new(0, i % 2 == 0 ? 1 : 3)] }] : [],
                CancelledOn = i % 17 == 6 ? Today : null,
                TestMode = i % 19 == 7,
            }, i % 3 == 2 ? shop.Kumo : shop.Acme));
        }
        return all;
    }
}
