using FsCheck;
using FsCheck.Fluent;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Orders;

public sealed class PagingThroughOrders
{
    [Fact]
    public async Task Any_filters_give_page_by_page_exactly_the_orders_that_match_newest_first_and_back_again()
    {
        await using var shop = await Shop();
        var all = await shop.Fill(90);

        Always.Holds(AnyQuery(all).ToArbitrary(), async query =>
        {
            var expected = all.Where(order => Matches(order, query)).Select(order => order.Id).ToList();

            var forth = await Forth(shop, shop.Owner, query);
            var back = await Back(shop, shop.Owner, query, forth);

            Assert.Equal(expected.Order(), forth.SelectMany(page => page.Rows).Select(row => row.Id).Order());
            Assert.Equal(forth.SelectMany(page => page.Rows), back);
            Assert.All(forth, page => Assert.Equal(expected.Count, page.Matching));
            Assert.All(forth.SkipLast(1), page => Assert.Equal(query.Limit, page.Rows.Count));
            var times = forth.SelectMany(page => page.Rows).Select(row => row.PlacedAt.ToUnixTimeMilliseconds()).ToList();
            Assert.Equal(times.OrderDescending(), times);
        }, times: 60);
    }

    [Fact]
    public async Task Orders_of_the_same_moment_each_come_once()
    {
        await using var shop = await Shop();
        for (var i = 0; i < 25; i++)
            await shop.Order(Intake(Line("Mug", 1)), i % 2 == 0 ? shop.Acme : shop.Kumo);

        var pages = await Forth(shop, shop.Owner, new OrderListQuery { Limit = 4 });

        Assert.Equal(7, pages.Count);
        Assert.Equal(25, pages.SelectMany(page => page.Rows).Select(row => row.Id).Distinct().Count());
        Assert.Null(pages[0].Newer);
        Assert.Null(pages[^1].Older);
        Assert.Equal(pages.SelectMany(page => page.Rows), await Back(shop, shop.Owner, new OrderListQuery { Limit = 4 }, pages));
    }

    [Fact]
    public async Task An_order_that_comes_in_meanwhile_moves_no_other_to_another_page()
    {
        await using var shop = await Shop();
        for (var i = 0; i < 6; i++)
            await shop.Order(Intake(Line("Mug", 1)));
        var first = (await shop.Orders.List(shop.Ana, new OrderListQuery { Limit = 3 })).OrThrow();

        var late = await shop.Order(Intake(Line("Late", 1)) with { CreatedOn = Today });
        var second = (await shop.Orders.List(shop.Ana, new OrderListQuery { Limit = 3, Older = first.Older })).OrThrow();
        var newest = (await shop.Orders.List(shop.Ana, new OrderListQuery { Limit = 3, Newer = second.Newer })).OrThrow();

        Assert.Empty(first.Rows.IntersectBy(second.Rows.Select(row => row.Id), row => row.Id));
        Assert.Equal(first.Rows, newest.Rows);
        Assert.Equal(late.Id, Assert.Single((await shop.Orders.List(shop.Ana, new OrderListQuery { Limit = 3, Newer = newest.Newer })).OrThrow().Rows).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1-2")]
    [InlineData("' OR 1=1 --")]
    [InlineData("00000000000000000")]
    [InlineData("zzzzzzzzzzzzzzzz")]
    public async Task A_cursor_that_is_none_is_invalid(string cursor)
    {
        await using var shop = await Shop();

        Expect.Invalid(await shop.Orders.List(shop.Ana, new OrderListQuery { Older = cursor }), "cursor");
        Expect.Invalid(await shop.Orders.List(shop.Ana, new OrderListQuery { Newer = cursor }), "cursor");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(251)]
    [InlineData(int.MinValue)]
    public async Task A_page_has_from_1_to_250_orders(int limit)
    {
        await using var shop = await Shop();

        Expect.Invalid(await shop.Orders.List(shop.Ana, new OrderListQuery { Limit = limit }), "limit");
    }

    private static async Task<List<OrderListView>> Forth(Shop shop, Actor actor, OrderListQuery query)
    {
        var pages = new List<OrderListView>();
        string? older = null;
        do
        {
            pages.Add((await shop.Orders.List(actor, query with { Older = older })).OrThrow());
            older = pages[^1].Older;
        }
        while (older is not null);
        return pages;
    }

    /// <summary>All rows as they come when the pages are turned back from the last one.</summary>
    private static async Task<List<OrderRow>> Back(Shop shop, Actor actor, OrderListQuery query, List<OrderListView> forth)
    {
        var rows = forth[^1].Rows.ToList();
        for (var newer = forth[^1].Newer; newer is not null;)
        {
            var page = (await shop.Orders.List(actor, query with { Newer = newer })).OrThrow();
            rows.InsertRange(0, page.Rows);
            newer = page.Newer;
        }
        return rows;
    }

    private static bool Matches(OrderView order, OrderListQuery query) =>
        (query.Tab switch
        {
            OrderTab.Unfulfilled => order.Status == OrderStatus.Pending,
            OrderTab.PartiallyFulfilled => order.Status == OrderStatus.PartiallyFulfilled,
            OrderTab.Unpaid => order.Status != OrderStatus.Cancelled && order.PaymentStatus is (PaymentState.Pending or PaymentState.Authorized),
            OrderTab.Returns => order.Status == OrderStatus.Returned,
            OrderTab.Cancelled => order.Status == OrderStatus.Cancelled,
            _ => true,
        })
        && (query.Status is null || query.Status == order.Status)
        && (query.Payment is null || query.Payment == order.PaymentStatus)
        && (query.Fulfillment is null || query.Fulfillment == order.FulfillmentStatus)
        && (query.ChannelName is null || query.ChannelName == order.ChannelName)
        && (query.SiteSlug is null || query.SiteSlug == order.Site.Slug)
        && (query.Tag is null || order.Tags.Contains(query.Tag))
        && (query.PlacedFrom is null || order.PlacedAt >= query.PlacedFrom)
        && (query.PlacedBefore is null || order.PlacedAt < query.PlacedBefore)
        && (query.CustomerId is null || query.CustomerId == order.Buyer.CustomerId.ToString())
        && (query.Search is null || query.Search.TrimStart('#') == order.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) || order.Buyer.Email!.StartsWith(query.Search, StringComparison.Ordinal));

    private static Gen<OrderListQuery> AnyQuery(List<OrderView> all)
    {
        var days = Gen.Choose(-9, 1).Select(day => Today.AddDays(day)).Zip(Gen.Choose(0, 3), (day, ticks) => day.AddTicks(ticks));
        return from tab in Rarely(Gen.Elements(Enum.GetValues<OrderTab>()))
               from status in Rarely(Gen.Elements(Enum.GetValues<OrderStatus>()))
               from payment in Rarely(Gen.Elements(Enum.GetValues<PaymentState>()))
               from fulfillment in Rarely(Gen.Elements(Enum.GetValues<FulfillmentState>()))
               from channel in Seldom(Gen.Elements(Crowd.Names))
               from site in Seldom(Gen.Elements("acme", "kumo"))
               from tag in Seldom(Gen.Elements("gift", "vip"))
               from placedFrom in Rarely(days)
               from placedBefore in Rarely(days)
               from customer in Seldom(Gen.Elements(all.Select(order => order.Buyer.CustomerId.ToString()!)))
               from search in Seldom(Gen.Elements("buyer1", "buyer2@example", "#1003", "1004", "nobody"))
               from limit in Gen.Frequency((1, Gen.Constant(1)), (3, Gen.Choose(5, 12)), (3, Gen.Constant(250)))
               select new OrderListQuery
               {
                   Tab = tab ?? OrderTab.All,
                   Status = status,
                   Payment = payment,
                   Fulfillment = fulfillment,
                   ChannelName = channel,
                   SiteSlug = site,
                   Tag = tag,
                   PlacedFrom = placedFrom,
                   PlacedBefore = placedBefore,
                   CustomerId = customer,
                   Search = search,
                   Limit = limit,
               };
    }

    private static Gen<T?> Rarely<T>(Gen<T> gen) where T : struct => Gen.Frequency((4, Gen.Constant<T?>(null)), (1, gen.Select(value => (T?)value)));

    private static Gen<string?> Seldom(Gen<string> gen) => Gen.Frequency((4, Gen.Constant<string?>(null)), (1, gen.Select(value => (string?)value)));
}
