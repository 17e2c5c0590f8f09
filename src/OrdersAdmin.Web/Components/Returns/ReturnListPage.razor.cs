using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Returns;

/// <summary>The returns of all orders. Its address is its state: every tab, filter and page is a link.</summary>
public sealed partial class ReturnListPage(ReturnQueries returns, SiteQueries sites, NavigationManager navigation, AuthenticationStateProvider authentication)
{
    private bool loading;
    private int loads;

    /// <summary>Kept from prerendering to the live page, so that a full load asks the database once.</summary>
    [PersistentState]
    public ReturnListState? State { get; set; }

    private ReturnListAddress Address { get; set; } = new();

    private string Title => $"{ReturnLooks.Name(Address.Tab)} · Returns";

    private string Nothing => Address.Tab switch
    {
        ReturnTab.Requested => "No return waits for approval",
        ReturnTab.Expected => "Nothing is on its way back",
        ReturnTab.Received => "Nothing waits for an inspection",
        _ => "No returns here",
    };

    protected override Task OnInitializedAsync() => Show();

    private async Task Show()
    {
        var query = new Uri(navigation.Uri).Query;
        var read = ReturnListAddress.Read(query);
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

    private async Task<ReturnListState> Load(string address, ReturnListQuery query, Problem? wrong)
    {
        var actor = await authentication.Actor();
        var mine = await sites.List(actor);
        if (wrong is not null)
            return new(address, null, mine, wrong.Message);
        return (await returns.List(actor, query)).Match(
            list => new ReturnListState(address, list, mine, null),
            problem => new ReturnListState(address, null, mine, problem.Message));
    }
}
