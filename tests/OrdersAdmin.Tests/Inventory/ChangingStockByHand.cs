using OrdersAdmin.Inventory;
using OrdersAdmin.Returns;
using OrdersAdmin.Tests.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Inventory;

public sealed class ChangingStockByHand
{
    [Fact]
    public async Task Writes_down_who_and_why()
    {
        await using var shop = await Shop();
        var mug = await shop.Variant("MUG", onHand: 5);

        var after = (await shop.Stock().Adjust(shop.Manager, mug.Id, new AdjustStock(-2, " Broken in the warehouse ", ExpectedVersion: mug.Version))).OrThrow();

        Assert.Equal((3, true), (after.OnHand, after.Low));
        var movement = after.Movements[0];
        Assert.Equal((StockKind.Adjust, -2, 3, "Mia Manager", "Broken in the warehouse", false), (movement.Kind, movement.OnHand, movement.OnHandAfter, movement.ActorName, movement.Reason, movement.Overridden));
    }

    [Fact]
    public async Task Goes_below_nothing_only_when_somebody_means_it_and_that_stays_on_record()
    {
        await using var shop = await Shop();
        var mug = await shop.Variant("MUG", onHand: 1);

        var refused = await shop.Stock().Adjust(shop.Manager, mug.Id, new AdjustStock(-2, "Sold at the fair"));
        var meant = (await shop.Stock().Adjust(shop.Manager, mug.Id, new AdjustStock(-2, "Sold at the fair", Override: true))).OrThrow();

        Assert.Equal("Only 1 of MUG are on hand. Say that you mean it to go below nothing.", Expect.Refused(refused).Message);
        Assert.Equal((-1, true), (meant.OnHand, meant.Movements[0].Overridden));
    }

    [Fact]
    public async Task Counts_a_key_once_and_decides_on_what_was_seen()
    {
        await using var shop = await Shop();
        var mug = await shop.Variant("MUG");
        var command = new AdjustStock(5, "Found", ExpectedVersion: mug.Version, RequestKey: "form-1");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.Stock().Adjust(shop.Manager, mug.Id, command)));
        var late = await shop.Stock().Adjust(shop.Manager, mug.Id, command with { RequestKey = "form-2" });

        Assert.Equal(15, (await shop.StockOf(mug.Id)).OnHand);
        Assert.Equal("The stock of MUG changed while you were looking: 15 are on hand now. Look at it again.", Expect.Stale(late).Message);
    }

    [Fact]
    public async Task Decides_about_quarantine()
    {
        await using var shop = await Shop();
        var mug = await shop.Variant("MUG");
        await shop.Inspect(await shop.Receive(await shop.Approved(await shop.Shipped(Line("Mug", 3, sku: "MUG")), 3)), Disposition.Quarantine, 3);

        (await shop.Stock().SettleQuarantine(shop.Manager, mug.Id, new SettleQuarantine(2, Restock: true, "As new"))).OrThrow();
        var after = (await shop.Stock().SettleQuarantine(shop.Manager, mug.Id, new SettleQuarantine(1, Restock: false, "Chipped"))).OrThrow();
        var nothing = await shop.Stock().SettleQuarantine(shop.Manager, mug.Id, new SettleQuarantine(1, Restock: true, "One more"));

        Assert.Equal((12, 0), (after.OnHand, after.Quarantined));
        Assert.Equal("Only 0 of MUG are in quarantine.", Expect.Refused(nothing).Message);
    }

    [Fact]
    public async Task Is_for_managers_of_the_site()
    {
        await using var shop = await Shop();
        var mug = await shop.Variant("MUG");

        Expect.Forbidden(await shop.Stock().Adjust(shop.Ana, mug.Id, new AdjustStock(1, "Found")));
        Expect.NotFound(await shop.Stock().Adjust(shop.Kenji, mug.Id, new AdjustStock(1, "Found")));
        Expect.NotFound(await shop.StockQueries().Get(shop.Kenji, mug.Id));
        Expect.Invalid(await shop.Stock().Adjust(shop.Manager, mug.Id, new AdjustStock(0, "Found")), "units");
        Expect.Invalid(await shop.Stock().Adjust(shop.Manager, mug.Id, new AdjustStock(1, " ")), "reason");
        Assert.Empty((await shop.StockQueries().Get(shop.Ana, mug.Id)).OrThrow().AllowedActions);
    }

    [Fact]
    public async Task Lists_variants_by_sku_and_what_runs_low()
    {
        await using var shop = await Shop();
        for (var i = 0; i < 7; i++)
            await shop.Variant($"MUG-{i}", onHand: i * 3);

        var first = (await shop.StockQueries().List(shop.Ana, new StockListQuery(Limit: 4))).OrThrow();
        var second = (await shop.StockQueries().List(shop.Ana, new StockListQuery(Limit: 4, Cursor: first.Older))).OrThrow();
        var back = (await shop.StockQueries().List(shop.Ana, new StockListQuery(Limit: 4, Cursor: second.Newer))).OrThrow();
        var low = (await shop.StockQueries().List(shop.Ana, new StockListQuery(LowOnly: true))).OrThrow();

        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"MUG-{i}"), first.Rows.Concat(second.Rows).Select(row => row.Sku));
        Assert.Equal(first.Rows, back.Rows);
        Assert.Equal(["MUG-0", "MUG-1"], low.Rows.Select(row => row.Sku));
        Assert.Equal(2, first.Low);
        Assert.Equal(["MUG-6"], (await shop.StockQueries().List(shop.Ana, new StockListQuery(Search: "-6"))).OrThrow().Rows.Select(row => row.Sku));
        Assert.Empty((await shop.StockQueries().List(shop.Ana, new StockListQuery(Search: "%"))).OrThrow().Rows);
        Assert.Empty((await shop.StockQueries().List(shop.Kenji, new StockListQuery())).OrThrow().Rows);
    }
}
