using OrdersAdmin.Demo;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Tests.Exchanges;
using OrdersAdmin.Tests.Refunds;
using OrdersAdmin.Tests.Returns;

namespace OrdersAdmin.Tests.Demo;

public sealed class FillingTheDemoShopsReturns
{
    [Fact]
    public async Task Shows_returns_and_exchanges_in_every_state_made_by_the_shops_own_people()
    {
        using var folder = new TemporaryFolder();
        await using var shop = await Given.Shop();
        await new DemoShop(shop.Database, shop.SiteQueries, shop.SiteWorkflow, shop.Variants, shop.Intake, shop.Clock).Fill(folder.Path, orders: 1500, cancel: TestContext.Current.CancellationToken);
        var returns = new DemoReturns(shop.Database, shop.SiteQueries, shop.StaffQueries, shop.Exchanges(), shop.Clock);

        Assert.Empty(await returns.Fill());

        var back = (await shop.ReturnQueries().List(shop.Owner, new ReturnListQuery(ReturnTab.All, Limit: 250))).OrThrow();
        var exchanged = (await shop.ExchangeQueries().List(shop.Owner, new ExchangeListQuery(ExchangeTab.All, Limit: 250))).OrThrow();
        Assert.Equal(Enum.GetValues<ReturnStatus>(), back.Rows.Select(row => row.Status).Distinct().Order());
        Assert.Superset(new HashSet<ExchangeStatus> { ExchangeStatus.Requested, ExchangeStatus.Approved, ExchangeStatus.Completed, ExchangeStatus.Cancelled }, exchanged.Rows.Select(row => row.Status).ToHashSet());
        Assert.Superset(new HashSet<DifferenceState> { DifferenceState.None, DifferenceState.CustomerOwes, DifferenceState.WeOwe, DifferenceState.Waived }, exchanged.Rows.Select(row => row.DifferenceState).ToHashSet());
        Assert.NotEmpty((await shop.ReturnQueries().NeverCame(shop.Support)).OrThrow());
        Assert.Empty(await new LedgerCheck(shop.Database, RefundShop.Nowhere(shop), shop.Clock).Run());

        var before = shop.AllRows();
        Assert.Empty(await returns.Fill());
        Assert.Equal(before, shop.AllRows());
    }
}
