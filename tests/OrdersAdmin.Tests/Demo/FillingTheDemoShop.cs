using OrdersAdmin.Channels;
using OrdersAdmin.Demo;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Demo;

public sealed class FillingTheDemoShop : IDisposable
{
    private const int Documents = 7;
    private const int Orders = 250;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Brings_in_the_documents_orders_and_the_year()
    {
        await using var shop = await Given.Shop();

        await Fill(shop);

        Assert.Equal(Orders + Documents, shop.Count("orders"));
        var search = (await shop.Orders.List(shop.Owner, new OrderListQuery { Search = "VMT95165" })).OrThrow();
        Assert.Equal(("acme", OrderStatus.Refunded), (Assert.Single(search.Rows).SiteSlug, search.Rows[0].Status));
    }

    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        await using var shop = await Given.Shop();
        await Fill(shop);
        var before = shop.AllRows();
        shop.Clock.Advance(TimeSpan.FromDays(3));

        await Fill(shop);

        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task Goes_on_where_a_stopped_start_left_off()
    {
        await using var shop = await Given.Shop();
        using var stop = new CancellationTokenSource();
        var afterTheFirstSite = new Listener(message =>
        {
            if (message.EndsWith("orders", StringComparison.Ordinal))
                stop.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fill(shop, afterTheFirstSite, stop.Token));
        Assert.InRange(shop.Count("orders"), 1, Orders);
        shop.Clock.Advance(TimeSpan.FromHours(1));

        await Fill(shop);

        Assert.Equal(Orders + Documents, shop.Count("orders"));
    }

    [Fact]
    public async Task Goes_on_in_the_middle_of_a_file()
    {
        await using var shop = await Given.Shop();
        await DemoYearFiles.Write(folder.Path, Orders, shop.Clock.Now, TestContext.Current.CancellationToken);
        await using (var file = File.OpenRead(Path.Combine(folder.Path, DemoYearFiles.OrdersOf(DemoSite.All[0]))))
        {
            await foreach (var order in OrderFile.Read(file, TestContext.Current.CancellationToken).Take(40))
                (await shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, order.OrThrow())).OrThrow();
        }

        await Fill(shop);

        Assert.Equal(Orders + Documents, shop.Count("orders"));
    }

    [Fact]
    public async Task A_shop_that_is_full_keeps_its_orders_when_another_number_is_asked_for()
    {
        await using var shop = await Given.Shop();
        await Fill(shop);
        var said = new List<string>();

        await new DemoShop(shop.Database, shop.SiteQueries, shop.SiteWorkflow, shop.Variants, shop.Intake, shop.Clock)
            .Fill(folder.Path, Orders + 1, new Listener(said.Add), TestContext.Current.CancellationToken);

        Assert.Equal(Orders + Documents, shop.Count("orders"));
        Assert.Contains("keeps them", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_refused_stops_it_with_the_order_and_the_field()
    {
        await using var shop = await Given.Shop();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fill(shop, new Listener(message => stop.Cancel()), stop.Token));
        await DemoYearFiles.Write(folder.Path, Orders, shop.Clock.Now, TestContext.Current.CancellationToken);
        var file = Path.Combine(folder.Path, DemoYearFiles.OrdersOf(DemoSite.All[0]));
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        lines[2] = lines[2].Replace("\"quantity\":", "\"quantity\":-", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Fill(shop));

        Assert.StartsWith("orders-acme.jsonl, order 3, line_items[0].quantity: ", error.Message, StringComparison.Ordinal);
    }

    private Task Fill(Shop shop, IProgress<string>? progress = null, CancellationToken cancel = default) =>
        new DemoShop(shop.Database, shop.SiteQueries, shop.SiteWorkflow, shop.Variants, shop.Intake, shop.Clock).Fill(folder.Path, Orders, progress, cancel);

    private sealed class Listener(Action<string> hear) : IProgress<string>
    {
        public void Report(string value) => hear(value);
    }
}
