using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Tests.Channels;

public sealed class ImportingAFile
{
    private static readonly string Good = OrderFiles.OnOneLine(OrderFiles.Ours);
    private static readonly string Other = Good.Replace("A-1", "A-2", StringComparison.Ordinal);
    private static readonly string Negative = Good.Replace("\"quantity\":2", "\"quantity\":-2", StringComparison.Ordinal);
    private static readonly string LongName = Good.Replace("\"web\"", $"\"{new string('w', 31)}\"", StringComparison.Ordinal);

    private static readonly string MoreShippedThanOrdered = Good.Replace(
        "\"totals\"", "\"fulfillments\":[{\"carrier\":\"DHL\",\"ship_date\":\"2026-02-02T10:00:00Z\",\"items\":[{\"line\":0,\"quantity\":3}]}],\"totals\"", StringComparison.Ordinal);

    [Fact]
    public async Task Brings_in_what_is_right_and_says_what_is_wrong_and_where()
    {
        await using var shop = await Given.Shop();

        var report = await Import(shop, string.Join('\n', Good, Negative, "", Other, Good, LongName));

        Assert.Equal((2, 1, 2), (report.New, report.AlreadyHere, report.Wrong));
        Assert.Equal(
            [new(2, 2, "line_items[0].quantity", "This must be a whole number that is not negative."), new(5, 6, "channel_name", "The channel's name is longer than 30 characters.")],
            report.Errors);
        Assert.Equal(2, shop.Count("orders"));
    }

    [Fact]
    public async Task Changes_nothing_when_it_is_only_tried()
    {
        await using var shop = await Given.Shop();
        await Import(shop, Good);
        var before = shop.AllRows();

        var report = await Import(shop, string.Join('\n', Good, Other, Negative, MoreShippedThanOrdered.Replace("A-1", "A-3", StringComparison.Ordinal)), dryRun: true);

        Assert.Equal((1, 1, 2), (report.New, report.AlreadyHere, report.Wrong));
        Assert.Equal(["line_items[0].quantity", "fulfillments[0]"], report.Errors.Select(error => error.Path), StringComparer.Ordinal);
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task Twice_is_once()
    {
        await using var shop = await Given.Shop();
        var file = string.Join('\n', Good, Other);

        await Import(shop, file);
        var again = await Import(shop, file);

        Assert.Equal((0, 2, 0), (again.New, again.AlreadyHere, again.Wrong));
        Assert.Equal(2, shop.Count("orders"));
    }

    [Fact]
    public async Task Is_for_managers_of_the_site()
    {
        await using var shop = await Given.Shop();

        Expect.Forbidden(await Importer(shop).Import(shop.Support, shop.Acme.Id, OrderFiles.Of(Good), cancel: TestContext.Current.CancellationToken));
        Expect.NotFound(await Importer(shop).Import(shop.Ana, shop.Kumo.Id, OrderFiles.Of(Good), cancel: TestContext.Current.CancellationToken));
        Assert.Equal(0, shop.Count("orders"));
    }

    [Fact]
    public async Task Lists_no_more_errors_than_a_page_can_show_but_counts_them_all()
    {
        await using var shop = await Given.Shop();

        var report = await Import(shop, string.Join('\n', Enumerable.Repeat(Negative, 300)));

        Assert.Equal(300, report.Wrong);
        Assert.Equal(ImportReport.MostErrors, report.Errors.Count);
    }

    private static ImportFile Importer(Shop shop) => new(shop.Database, shop.Intake, shop.Clock);

    private static async Task<ImportReport> Import(Shop shop, string file, bool dryRun = false) =>
        (await Importer(shop).Import(shop.Manager, shop.Acme.Id, OrderFiles.Of(file), dryRun, cancel: TestContext.Current.CancellationToken)).OrThrow();
}
