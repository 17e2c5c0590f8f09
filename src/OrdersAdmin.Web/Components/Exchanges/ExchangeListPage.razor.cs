using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Exchanges;

/// <summary>The exchanges of all orders. Its address is its state: every tab, filter and page is a link.</summary>
public sealed partial class ExchangeListPage(ExchangeQueries exchanges, SiteQueries sites, NavigationManager navigation, AuthenticationStateProvider authentication)
    : AddressedList<ExchangeListAddress, ExchangeListView>(sites, navigation, authentication)
{
    private string Title => $"{ExchangeLooks.Name(Address.Tab)} · Exchanges";

    private string Nothing => Address.Tab switch
    {
        ExchangeTab.Requested => "No exchange waits for approval",
        ExchangeTab.Approved => "No exchange is under way",
        _ => "No exchanges here",
    };

    protected override Result<ExchangeListAddress> Read(string query) => ExchangeListAddress.Read(query);

    protected override Task<Result<ExchangeListView>> Find(Actor actor) => exchanges.List(actor, Address.Query);
}
