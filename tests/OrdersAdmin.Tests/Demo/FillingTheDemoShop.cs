using OrdersAdmin.Demo;

namespace OrdersAdmin.Tests.Demo;

public sealed class FillingTheDemoShop : IDisposable
{
    private const int Documents = 7;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Brings_in_the_documents_orders_and_the_year()
    {
        await using var shop = await Given.Shop();

        await Fill(shop, 60);

        Assert.Equal(60 + Documents, shop.Count("orders"));
    }

    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        await using var shop = await Given.Shop();
        await Fill(shop, 60);
        var before = shop.AllRows();
        shop.Clock.Advance(TimeSpan.FromDays(3));

        await Fill(shop, 60);

        Assert.Equal(before, shop.AllRows());
    }

    private Task Fill(Shop shop, int orders, IProgress<string>? progress = null, CancellationToken cancel = default) =>
        new DemoShop(shop.Database, shop.SiteQueries, shop.SiteWorkflow, shop.Variants, shop.Intake, shop.Clock).Fill(folder.Path, orders, progress, cancel);
}
