using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Inventory;

/// <summary>What lies on the shelves. Its address is its state: every tab, filter and page is a link.</summary>
public sealed partial class StockListPage(StockQueries stock, SiteQueries sites, NavigationManager navigation, AuthenticationStateProvider authentication)
    : AddressedList<StockListAddress, StockListView>(sites, navigation, authentication)
{
    private string Title => Address.Low ? "Running low · Stock" : "Stock";

    protected override Result<StockListAddress> Read(string query) => StockListAddress.Read(query);

    protected override Task<Result<StockListView>> Find(Actor actor) => stock.List(actor, Address.Query);

    private string NameOf(string slug) => State?.Sites.FirstOrDefault(site => site.Slug == slug)?.Name ?? slug;
}
