using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Returns;

public sealed class FindingReturns
{
    [Fact]
    public async Task Sorts_them_into_tabs_with_counts()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 9));
        var requested = await shop.Announced(order, 1);
        var expected = await shop.Approved(order, 2);
        var arrived = await shop.Receive(await shop.Approved(order, 1));
        var refused = await shop.Announced(order, 1);
        (await shop.Returns().Reject(shop.Support, refused.Id, new RejectReturn("Worn"))).OrThrow();

        var lists = new Dictionary<ReturnTab, ReturnListView>();
        foreach (var tab in Enum.GetValues<ReturnTab>())
            lists[tab] = await List(shop, new ReturnListQuery(tab));

        Assert.Equal(new[] { arrived.Id, expected.Id, requested.Id }.Order(), lists[ReturnTab.Open].Rows.Select(row => row.Id).Order());
        Assert.Equal((requested.Id, expected.Id, arrived.Id, refused.Id), (One(ReturnTab.Requested), One(ReturnTab.Expected), One(ReturnTab.Received), One(ReturnTab.Refused)));
        Assert.All(lists, each => Assert.Equal(each.Value.Rows.Count, each.Value.Counts[each.Key]));
        Assert.Equal(4, lists[ReturnTab.All].Rows.Count);
        Assert.Equal(new ReturnCounts(Requested: 1, ToInspect: 1, NeverCame: 0), await shop.ReturnQueries().Counts(shop.Support));

        Id<Return> One(ReturnTab tab) => Assert.Single(lists[tab].Rows).Id;
    }

    [Fact]
    public async Task Finds_by_number_name_site_and_age()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 5));
        var first = await shop.Approved(order, 1);
        shop.Clock.Advance(TimeSpan.FromDays(5));
        var second = await shop.Announced(order, 1);

        Assert.Equal([first.Id], (await List(shop, new(Search: first.Rma!.ToLowerInvariant()))).Rows.Select(row => row.Id));
        Assert.Equal([second.Id, first.Id], (await List(shop, new(Search: $"#{order.Number}"))).Rows.Select(row => row.Id));
        Assert.Equal(2, (await List(shop, new(Search: "Müller"))).Rows.Count);
        Assert.Empty((await List(shop, new(Search: "Nobody"))).Rows);
        Assert.Equal([first.Id], (await List(shop, new(OlderThanDays: 5))).Rows.Select(row => row.Id));
        Assert.Empty((await List(shop, new(SiteSlug: "kumo"))).Rows);
        Assert.Empty((await shop.ReturnQueries().List(shop.Kenji, new())).OrThrow().Rows);
    }

    [Fact]
    public async Task Pages_there_and_back_without_losing_one()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 7));
        for (var i = 0; i < 7; i++)
        {
            await shop.Announced(order, 1);
            shop.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        var all = (await List(shop, new())).Rows.Select(row => row.Id).ToList();

        var first = await List(shop, new(Limit: 3));
        var second = await List(shop, new(Limit: 3, Cursor: first.Older));
        var third = await List(shop, new(Limit: 3, Cursor: second.Older));
        var back = await List(shop, new(Limit: 3, Cursor: third.Newer));

        Assert.Equal(all, new[] { first, second, third }.SelectMany(page => page.Rows).Select(row => row.Id));
        Assert.Equal(second.Rows.Select(row => row.Id), back.Rows.Select(row => row.Id));
        Assert.Equal((null, null), (first.Newer, third.Older));
        Expect.Invalid(await shop.ReturnQueries().List(shop.Owner, new(Cursor: "nonsense")), "cursor");
        Expect.Invalid(await shop.ReturnQueries().List(shop.Owner, new(Limit: 0)), "limit");
    }

    [Fact]
    public async Task Gives_programs_every_return_of_a_page_as_it_reads_alone()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 5), Line("Tray", 2));
        await shop.Inspect(await shop.Receive(await shop.Approved(order, 2, 1)), Disposition.Restock, 1);
        await shop.Approved(await shop.Shipped(Line("Lamp", 1)), 1);
        await shop.Announced(order, 1);

        var first = (await shop.ReturnQueries().Documents(shop.Support, new(Limit: 2))).OrThrow();
        var second = (await shop.ReturnQueries().Documents(shop.Support, new(Limit: 2, Cursor: first.Older))).OrThrow();

        var expected = new List<ReturnDocument>();
        foreach (var row in (await List(shop, new())).Rows)
            expected.Add(ReturnDocument.Of((await shop.ReturnQueries().Get(shop.Support, row.Id)).OrThrow()));
        Assert.Equal((3, null), (expected.Count, second.Older));
        Assert.Equivalent(expected, first.Returns.Concat(second.Returns).ToList(), strict: true);
        Assert.Equal(expected.Select(back => back.Id), first.Returns.Concat(second.Returns).Select(back => back.Id));
        Assert.Empty((await shop.ReturnQueries().Documents(shop.Kenji, new())).OrThrow().Returns);
        Expect.Invalid(await shop.ReturnQueries().Documents(shop.Owner, new(Limit: 0)), "limit");
    }

    [Fact]
    public async Task Finds_a_slip_by_its_code_or_its_number_on_the_readers_sites()
    {
        await using var shop = await Shop();
        var back = await shop.Approved(await shop.Shipped(Line("Mug", 1)), 1);

        foreach (var code in new[] { back.ScanCode, back.ScanCode.ToUpperInvariant(), back.Rma!, $" {back.Rma!.ToLowerInvariant()} ", $"https://shop.test/returns/{back.Id}" })
            Assert.Equal(back.Id, Assert.Single((await shop.ReturnQueries().FindByCode(shop.Ana, code)).OrThrow()).Id);

        Expect.NotFound(await shop.ReturnQueries().FindByCode(shop.Kenji, back.Rma!));
        Expect.NotFound(await shop.ReturnQueries().FindByCode(shop.Ana, "RMA-1-1"));
    }

    [Fact]
    public async Task Tells_what_a_scanned_code_is()
    {
        await using var shop = await Shop();
        var mug = await shop.Variant("MUG");
        var back = await shop.Receive(await shop.Approved(await shop.Shipped(Line("Mug", 3, sku: "MUG")), 3), 1);
        var line = back.Lines[0].LineItemId;

        Assert.Equal(new ScannedLine(line, true, "Mug: 2 of 3"), ReturnScan.Match(back, " mug "));
        Assert.Equal(line, ReturnScan.Match(back, mug.Id.ToString()).LineItemId);
        Assert.Equal(line, ReturnScan.Match(back, line.ToString()).LineItemId);
        Assert.Equal(new ScannedLine(line, false, "All 3 of Mug are counted already."), ReturnScan.Match(back, "MUG", new Dictionary<Id<OrdersAdmin.Orders.LineItem>, int> { [line] = 2 }));
        Assert.Equal(new ScannedLine(null, false, "Not in this return: 4006381333931"), ReturnScan.Match(back, "4006381333931"));
    }

    [Fact]
    public async Task Puts_what_was_approved_long_ago_and_never_came_on_the_board()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 5));
        var silent = await shop.Approved(order, 2);
        await shop.Receive(await shop.Approved(order, 1));
        await shop.Announced(order, 1);

        shop.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Empty((await shop.ReturnQueries().NeverCame(shop.Support)).OrThrow());
        shop.Clock.Advance(TimeSpan.FromMinutes(1));

        var row = Assert.Single((await shop.ReturnQueries().NeverCame(shop.Support)).OrThrow());
        Assert.Equal((silent.Id, silent.Rma, 2, order.Number), (row.Id, row.Rma, row.Outstanding, row.OrderNumber));
        Assert.Equal(1, (await shop.ReturnQueries().Counts(shop.Support)).NeverCame);
        Expect.Forbidden(await shop.ReturnQueries().NeverCame(shop.Ana));
    }

    private static async Task<ReturnListView> List(Shop shop, ReturnListQuery query) => (await shop.ReturnQueries().List(shop.Owner, query)).OrThrow();
}
