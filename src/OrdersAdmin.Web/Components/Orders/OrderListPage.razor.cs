using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>The order list. Its address is its state: every tab, filter and page is a link, and this page shows whatever the address says.</summary>
public sealed partial class OrderListPage(OrderQueries orders, NavigationManager navigation, AuthenticationStateProvider authentication) : IDisposable
{
    private bool loading;
    private int loads;

    /// <summary>Kept from prerendering to the live page, so that a full load asks the database once.</summary>
    [PersistentState]
    public OrderListState? State { get; set; }

    private OrderListAddress Address { get; set; } = new();

    private string Title => Address.Tab == OrderTab.All ? "Orders" : $"{OrderLooks.Name(Address.Tab)} · Orders";

    private string Matching => State?.List switch
    {
        null => "",
        { Matching: >= OrderListView.MostCounted } list when Address.IsFiltered => $"{list.Rows.Count} of at least {Text.Count(OrderListView.MostCounted, "order")}",
        var list => $"{list.Rows.Count} of {Text.Count(list.Matching, "order")}",
    };

    /// <summary>All rows are of the customer whom the address names by id.</summary>
    private string? CustomerName => Address.Customer is not null && State?.List?.Rows is [var first, ..] ? first.BuyerName : null;

    protected override async Task OnInitializedAsync()
    {
        navigation.LocationChanged += Follow;
        await Show();
    }

    private void Follow(object? sender, LocationChangedEventArgs e)
    {
        // Going to another page changes the location too, while this one is still here.
        if (Here.AbsolutePath == OrderListAddress.Path)
            _ = InvokeAsync(Refresh);
    }

    private async Task Refresh()
    {
        try
        {
            await Show();
            StateHasChanged();
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }

    private async Task Show()
    {
        var read = OrderListAddress.Read(Here.Query);
        Address = read.TryGet(out var address, out var wrong) ? address : new();
        if (State?.Address == Here.Query)
            return;
        var load = ++loads;
        (loading, var query) = (true, Here.Query);
        StateHasChanged();
        var found = await Load(query, wrong);
        // A later click may have been answered first.
        if (load == loads)
            (State, loading) = (found, false);
    }

    private async Task<OrderListState> Load(string query, Problem? wrong)
    {
        var address = Address;
        var actor = await authentication.Actor();
        var choices = await orders.Choices(actor);
        if (wrong is not null || !address.Query(choices.Sites).TryGet(out var asked, out wrong))
            return new(query, null, choices, wrong.Message);
        return (await orders.List(actor, asked)).Match(
            list => new OrderListState(query, list, choices, null),
            problem => new OrderListState(query, null, choices, problem.Message));
    }

    private Uri Here => new(navigation.Uri);

    // The counts are over everything, and would be untrue beside a filter.
    private string? CountOf(OrderTab tab) => !Address.IsFiltered && State?.List is { } list ? list.Counts[tab].ToString("#,0", CultureInfo.InvariantCulture) : null;

    public void Dispose() => navigation.LocationChanged -= Follow;
}
