using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Exchanges;

/// <summary>The exchanges of all orders. Its address is its state: every tab, filter and page is a link.</summary>
public sealed partial class ExchangeListPage(ExchangeQueries exchanges, SiteQueries sites, NavigationManager navigation, AuthenticationStateProvider authentication)
{
    private bool loading;
    private int loads;

    /// <summary>Kept from prerendering to the live page, so that a full load asks the database once.</summary>
    [PersistentState]
    public ExchangeListState? State { get; set; }

    private ExchangeListAddress Address { get; set; } = new();

    private string Title => $"{ExchangeLooks.Name(Address.Tab)} · Exchanges";

    private string Nothing => Address.Tab switch
    {
        ExchangeTab.Requested => "No exchange waits for approval",
        ExchangeTab.Approved => "No exchange is under way",
        _ => "No exchanges here",
    };

    protected override Task OnInitializedAsync() => Show();

    private async Task Show()
    {
        var query = new Uri(navigation.Uri).Query;
        var read = ExchangeListAddress.Read(query);
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

    private async Task<ExchangeListState> Load(string address, ExchangeListQuery query, Problem? wrong)
    {
        var actor = await authentication.Actor();
        var mine = await sites.List(actor);
        if (wrong is not null)
            return new(address, null, mine, wrong.Message);
        return (await exchanges.List(actor, query)).Match(
            list => new ExchangeListState(address, list, mine, null),
            problem => new ExchangeListState(address, null, mine, problem.Message));
    }
}
