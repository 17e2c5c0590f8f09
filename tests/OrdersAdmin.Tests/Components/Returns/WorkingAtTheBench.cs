using Bunit;
using OrdersAdmin.Returns;
using OrdersAdmin.Tests.Returns;
using OrdersAdmin.Web.Components.Returns.Bench;

namespace OrdersAdmin.Tests.Components;

public sealed class WorkingAtTheBench
{
    [Fact]
    public async Task Receives_a_parcel_by_scanning_the_slip_the_items_and_the_slip_again()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 2, sku: "LT-NAT"), Given.Line("Mug", 1, sku: "MUG"));
        var view = await shop.Approved(order, 2, 1);
        await using var context = new PageContext(shop, shop.Ben);
        var bench = context.Open<BenchPage>("/returns/bench");

        await Scan(bench, view.ScanCode);
        Assert.Equal(("good", "3 items expected. Scan what is in the parcel."), Answer(bench));
        Assert.Contains("code=", context.Address, StringComparison.Ordinal);
        await Scan(bench, "LT-NAT");
        await bench.Find("[data-key='2']").ClickAsync(new());
        await Scan(bench, "lt-nat");
        await Scan(bench, "MUG");
        Assert.Equal("done", Answer(bench).Tone);
        await Scan(bench, view.ScanCode);

        Assert.Equal(("done", $"{view.Rma}: 3 items received. Scan the next slip."), Answer(bench));
        var now = await shop.Read(view.Id);
        Assert.Equal((ReturnStatus.Received, 0), (now.Status, now.Lines.Sum(line => line.ToInspect)));
        Assert.Equal([(Disposition.Restock, 1), (Disposition.Quarantine, 2)],
            now.Inspections.GroupBy(each => each.Disposition, each => each.Quantity).OrderBy(each => each.Key).Select(each => (each.Key, each.Sum())));
    }

    [Theory]
    [InlineData("4006381333931", "4006381333931")]
    [InlineData("LT-NAT", "All 1 of Tote are counted already.")]
    public async Task Says_no_with_a_tone_and_a_sentence(string scanned, string sentence)
    {
        await using var shop = await Given.Shop();
        var view = await shop.Approved(await shop.Shipped(Given.Line("Tote", 1, sku: "LT-NAT")), 1);
        await using var context = new PageContext(shop, shop.Ben);
        var bench = context.Open<BenchPage>($"/returns/bench?code={view.Rma}");
        await bench.WaitForAssertionAsync(() => Assert.Equal(view.Rma, bench.Find("h1").TextContent));
        await Scan(bench, "LT-NAT");

        await Scan(bench, scanned);

        Assert.Equal("bad", Answer(bench).Tone);
        Assert.Contains(sentence, Answer(bench).Sentence, StringComparison.Ordinal);
        Assert.Equal((ReturnStatus.Approved, 0), ((await shop.Read(view.Id)).Status, (await shop.Read(view.Id)).Receipts.Count));
    }

    [Fact]
    public async Task Records_what_is_not_expected_with_one_key()
    {
        await using var shop = await Given.Shop();
        var view = await shop.Approved(await shop.Shipped(Given.Line("Tote", 1, sku: "LT-NAT")), 1);
        await using var context = new PageContext(shop, shop.Ben);
        var bench = context.Open<BenchPage>($"/returns/bench?code={view.Rma}");
        await bench.WaitForAssertionAsync(() => Assert.Equal(view.Rma, bench.Find("h1").TextContent));

        await Scan(bench, "4006381333931");
        await bench.Find("[data-key=u]").ClickAsync(new());
        await Scan(bench, "LT-NAT");
        await bench.Find("[data-bench-done]").ClickAsync(new());

        var receipt = Assert.Single((await shop.Read(view.Id)).Receipts);
        Assert.Equal(("4006381333931", 1), (receipt.Unexpected.Single().What, receipt.Lines.Single().Quantity));
    }

    [Fact]
    public async Task Takes_back_what_was_counted_too_often_and_leaves_the_rest_expected()
    {
        await using var shop = await Given.Shop();
        var view = await shop.Approved(await shop.Shipped(Given.Line("Tote", 3, sku: "LT-NAT")), 3);
        await using var context = new PageContext(shop, shop.Ben);
        var bench = context.Open<BenchPage>($"/returns/bench?code={view.Rma}");
        await bench.WaitForAssertionAsync(() => Assert.Equal(view.Rma, bench.Find("h1").TextContent));

        await Scan(bench, "LT-NAT");
        await bench.Find(".item .more").ClickAsync(new());
        await bench.Find("[data-key=z]").ClickAsync(new());
        Assert.StartsWith("Receive 1 item, 2 still expected", bench.Find("[data-bench-done]").TextContent, StringComparison.Ordinal);
        await bench.Find("[data-bench-done]").ClickAsync(new());

        Assert.Equal(ReturnStatus.PartiallyReceived, (await shop.Read(view.Id)).Status);
    }

    [Fact]
    public async Task Asks_which_one_when_two_sites_have_the_number()
    {
        await using var shop = await Given.Shop();
        var here = await shop.Approved(await shop.Shipped(Given.Line("Tote", 1)), 1);
        var there = await shop.Ship(await shop.Order(Given.Intake(Given.Line("Kimono", 1)), shop.Kumo));
        (await shop.Returns().Request(shop.Manager, there.Id, ReturnShop.Request(there, 1) with { Approve = true })).OrThrow();
        await using var context = new PageContext(shop, shop.Manager);
        var bench = context.Open<BenchPage>("/returns/bench");

        await Scan(bench, here.Rma!);
        Assert.Equal("bad", Answer(bench).Tone);
        await bench.FindAll(".pick").First(each => each.TextContent.Contains(shop.Kumo.Name, StringComparison.Ordinal)).ClickAsync(new());

        Assert.Contains("Kimono", bench.Find(".items").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RMA-9999-1", "There is no return RMA-9999-1 here.")]
    [InlineData("hello", "There is no return hello here.")]
    public async Task Opens_nothing_for_a_slip_that_it_does_not_know(string code, string sentence)
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Ben);
        var bench = context.Open<BenchPage>("/returns/bench");

        await bench.Find("#bench-code").ChangeAsync(code);
        await bench.Find("form.entry").SubmitAsync();

        Assert.Equal(("bad", sentence), Answer(bench));
        Assert.Equal("Receive bench", bench.Find("h1").TextContent);
    }

    private static Task Scan(IRenderedComponent<BenchPage> bench, string code) => bench.InvokeAsync(() => bench.Instance.Scanned(code));

    private static (string Tone, string Sentence) Answer(IRenderedComponent<BenchPage> bench) =>
        (bench.Find("[data-answer]").ClassList[^1], bench.Find("[data-answer] span").TextContent);
}
