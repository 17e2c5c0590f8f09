using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Returns;

/// <summary>The returns of all orders. Its address is its state: every tab, filter and page is a link.</summary>
public sealed partial class ReturnListPage(ReturnQueries returns, SiteQueries sites, NavigationManager navigation, AuthenticationStateProvider authentication)
    : AddressedList<ReturnListAddress, ReturnListView>(sites, navigation, authentication)
{
    private string Title => $"{ReturnLooks.Name(Address.Tab)} · Returns";

    private string Nothing => Address.Tab switch
    {
        ReturnTab.Requested => "No return waits for approval",
        ReturnTab.Expected => "Nothing is on its way back",
        ReturnTab.Received => "Nothing waits for an inspection",
        _ => "No returns here",
    };

    protected override Result<ReturnListAddress> Read(string query) => ReturnListAddress.Read(query);

    protected override Task<Result<ReturnListView>> Find(Actor actor) => returns.List(actor, Address.Query);
}
