using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Shared;

/// <summary>A page that lists. Its address is its state: every tab, filter and page is a link.</summary>
public abstract class AddressedList<TAddress, TList>(SiteQueries sites, NavigationManager navigation, AuthenticationStateProvider authentication) : ComponentBase
    where TAddress : class, new()
    where TList : class
{
    private int loads;

    /// <summary>Kept from prerendering to the live page, so that a full load asks the database once.</summary>
    [PersistentState]
    public AddressedListState<TList>? State { get; set; }

    protected bool IsLoading { get; private set; }

    protected TAddress Address { get; private set; } = new();

    protected override Task OnInitializedAsync() => Show();

    /// <param name="query">The address from the question mark on.</param>
    protected abstract Result<TAddress> Read(string query);

    protected abstract Task<Result<TList>> Find(Actor actor);

    protected async Task Show()
    {
        var query = new Uri(navigation.Uri).Query;
        Address = Read(query).TryGet(out var address, out var wrong) ? address : new();
        if (State?.Address == query)
            return;
        var load = ++loads;
        IsLoading = true;
        StateHasChanged();
        var found = await Load(query, wrong);
        // A later click may have been answered first.
        if (load == loads)
            (State, IsLoading) = (found, false);
    }

    private async Task<AddressedListState<TList>> Load(string query, Problem? wrong)
    {
        var actor = await authentication.Actor();
        var mine = await sites.List(actor);
        if (wrong is not null)
            return new(query, null, mine, wrong.Message);
        return (await Find(actor)).Match(
            list => new AddressedListState<TList>(query, list, mine, null),
            problem => new AddressedListState<TList>(query, null, mine, problem.Message));
    }
}

/// <summary>What a list shows, with the address it answers.</summary>
/// <param name="List">Null when the address asks for something that cannot be shown; the refusal says why.</param>
public sealed record AddressedListState<TList>(string Address, TList? List, IReadOnlyList<SiteView> Sites, string? Refusal) where TList : class;
