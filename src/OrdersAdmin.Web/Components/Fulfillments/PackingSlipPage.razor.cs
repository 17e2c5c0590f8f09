using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Fulfillments;

/// <summary>A plain page for paper. An order that the reader may not see is not there.</summary>
public sealed partial class PackingSlipPage(OrderQueries orders, AuthenticationStateProvider authentication, NavigationManager navigation)
{
    private static readonly (string Size, string Name)[] PaperSizes = [("a4", "A4"), ("letter", "Letter"), ("4x6", "4 × 6 in")];

    private PackingSlip? slip;

    [Parameter]
    public string OrderId { get; set; } = "";

    [SupplyParameterFromQuery]
    private string? Fulfillment { get; set; }

    [SupplyParameterFromQuery]
    private string? Size { get; set; }

    private string Paper => PaperSizes.Select(each => each.Size).FirstOrDefault(size => size == Size) ?? PaperSizes[0].Size;

    protected override async Task OnInitializedAsync()
    {
        if (Id<Order>.TryParse(OrderId, null, out var id)
            && (await orders.Get(await authentication.Actor(), id)).TryGet(out var order, out _))
            slip = PackingSlip.Of(order, Fulfillment);
        if (slip is null)
            navigation.NotFound();
    }

    private string AddressOf(string size) => navigation.GetUriWithQueryParameter("size", size);

    private string Day(DateTimeOffset at) => SiteTime.Local(at, slip!.Order.Site.TimeZone).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
