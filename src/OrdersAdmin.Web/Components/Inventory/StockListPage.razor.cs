using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Inventory;

/// <summary>What lies on the shelves. Its address is its state: every tab, filter and page is a link.</summary>
public sealed partial class StockListPage(StockQueries stock, SiteQueries sites, NavigationManager navigation, AuthenticationStateProvider authentication)
{
    private bool loading;
    private int loads;

    /// <summary>Kept from prerendering to the live page, so that a full load asks the database once.</summary>
    [PersistentState]
    public StockListState? State { get; set; }

    private StockListAddress Address { get; set; } = new();

    private string Title => Address.Low ? "Running low · Stock" : "Stock";

    protected override Task OnInitializedAsync() => Show();

    private string NameOf(string slug) => State?.Sites.FirstOrDefault(site => site.Slug == slug)?.Name ?? slug;

    private async Task Show()
    {
        var query = new Uri(navigation.Uri).Query;
        var read = StockListAddress.Read(query);
        Address = read.TryGet(out var address, out var wrong) ? address : new();
        if (State?.Address == query)
            return;
        var load = ++loads;
        loading = true;
        StateHasChanged();
        var found = await Load(query, Address.Query, wrong);
        // A later click may have been answered first.
        if (load == loads)
            (State, loading) = (found, false);
    }

    private async Task<StockListState> Load(string address, StockListQuery query, Problem? wrong)
    {
        var actor = await authentication.Actor();
        var mine = await sites.List(actor);
        if (wrong is not null)
            return new(address, null, mine, wrong.Message);
        return (await stock.List(actor, query)).Match(
            list => new StockListState(address, list, mine, null),
            problem => new StockListState(address, null, mine, problem.Message));
    }
}
