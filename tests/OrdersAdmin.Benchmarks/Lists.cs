using System.Globalization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Benchmarks;

/// <summary>Server time of the order list in every shape that staff use, and of the order page.</summary>
internal static class Lists
{
    public static async Task<int> Run(Arguments arguments)
    {
        var orders = arguments.Number("orders", 100_000);
        await using var shop = await Shop.WithOrders(orders);
        var slowest = 0.0;

        Figures.Head($"{orders:#,0} orders");
        foreach (var (who, actor) in new[] { ("owner", shop.Owner), ("clerk of one site", shop.Clerk) })
            foreach (var (what, query) in await Shapes(shop, actor))
            {
                var view = (await shop.Orders.List(actor, query)).OrThrow();
                var figures = await Figures.Of(async () => await shop.Orders.List(actor, query));
                figures.Print($"{who}: {what}", string.Create(CultureInfo.InvariantCulture, $"{view.Rows.Count} rows of {view.Matching:#,0}"));
                slowest = Math.Max(slowest, figures.P95);
            }

        Console.WriteLine();
        await Page(shop);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nThe slowest shape of the list has a p95 of {slowest:0.00} ms."));
        return 0;
    }

    private static async Task<List<(string What, OrderListQuery Query)>> Shapes(Shop shop, Actor actor)
    {
        var tenth = new OrderListQuery();
        for (var page = 1; page < 10; page++)
            tenth = tenth with { Older = (await shop.Orders.List(actor, tenth)).OrThrow().Older };
        var back = tenth with { Older = null, Newer = (await shop.Orders.List(actor, tenth)).OrThrow().Newer };
        var customer = (await shop.Orders.Get(actor, (await shop.Orders.List(actor, new())).OrThrow().Rows[0].Id)).OrThrow().Buyer.CustomerId.ToString();
        var (october, november) = (new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));

        return
        [
            ("first page", new()),
            ("tenth page", tenth),
            ("back to the ninth page", back),
            .. Enum.GetValues<OrderTab>().Skip(1).Select(tab => ($"tab {tab}", new OrderListQuery { Tab = tab })),
            ("one site", new() { SiteSlug = "atelier" }),
            .. Enum.GetValues<OrderStatus>().Select(status => ($"status {status}", new OrderListQuery { Status = status })),
            .. Enum.GetValues<PaymentState>().Select(payment => ($"payment {payment}", new OrderListQuery { Payment = payment })),
            .. Enum.GetValues<FulfillmentState>().Select(state => ($"fulfillment {state}", new OrderListQuery { Fulfillment = state })),
            ("channel web", new() { ChannelName = "web" }),
            ("channel etsy", new() { ChannelName = "etsy" }),
            ("a channel that is not there", new() { ChannelName = "nowhere" }),
            ("one month", new() { PlacedFrom = october, PlacedBefore = november }),
            ("one month a year ago", new() { PlacedFrom = october.AddMonths(-10), PlacedBefore = november.AddMonths(-10) }),
            ("channel, payment, month", new() { ChannelName = "web", Payment = PaymentState.Paid, PlacedFrom = october, PlacedBefore = november }),
            ("channel, payment, a year", new() { ChannelName = "etsy", Payment = PaymentState.Refunded, PlacedFrom = october.AddYears(-1), PlacedBefore = november }),
            ("channel, payment, fulfillment that never meet", new() { ChannelName = "web", Payment = PaymentState.Refunded, Fulfillment = FulfillmentState.Fulfilled }),
            ("unfulfilled of one site, channel and month", new() { Tab = OrderTab.Unfulfilled, SiteSlug = "atelier", ChannelName = "web", PlacedFrom = october, PlacedBefore = november }),
            ("tag vip", new() { Tag = "vip" }),
            ("tag fragile", new() { Tag = "fragile" }),
            ("tag vip, refunded", new() { Tag = "vip", Payment = PaymentState.Refunded }),
            ("tag vip, one month", new() { Tag = "vip", PlacedFrom = october, PlacedBefore = november }),
            ("one customer", new() { CustomerId = customer }),
            ("search: a number", new() { Search = "#30123" }),
            ("search: an email address", new() { Search = "buyer123@example.com" }),
            ("search: a full name", new() { Search = "maria garcia" }),
            ("search: a common first name", new() { Search = "maria" }),
            ("search: a common word", new() { Search = "ceramic" }),
            ("search: two common words", new() { Search = "ceramic mug" }),
            ("search: a word of every order", new() { Search = "example" }),
            ("search: two letters", new() { Search = "ma" }),
            ("search: one letter", new() { Search = "m" }),
            ("search: nothing matches", new() { Search = "zzyzx" }),
            ("search: a common word, refunded", new() { Search = "ceramic", Payment = PaymentState.Refunded }),
            ("search: a common word, tag, month", new() { Search = "ceramic", Tag = "vip", PlacedFrom = october, PlacedBefore = november }),
        ];
    }

    private static async Task Page(Shop shop)
    {
        var ids = (await shop.Orders.List(shop.Owner, new() { Limit = 250 })).OrThrow().Rows.Select(row => row.Id).ToList();
        var next = 0;
        Figures.Head("Other reads");
        (await Figures.Of(async () => await shop.Orders.Get(shop.Owner, ids[next++ % ids.Count]))).Print("order page");
        (await Figures.Of(async () => await shop.Orders.Choices(shop.Owner))).Print("choices of the filters");
        (await Figures.Of(async () => await shop.Orders.Counts(shop.Owner))).Print("counts of the tabs");
        (await Figures.Of(async () => await shop.Orders.WithNumber(shop.Owner, 1234))).Print("orders with a number");
        (await Figures.Of(async () => await shop.Orders.LastCarrier(shop.Owner, shop.Sites[0].Id))).Print("last carrier of a site");
    }
}
