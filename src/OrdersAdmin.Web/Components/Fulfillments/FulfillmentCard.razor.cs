using Microsoft.AspNetCore.Components;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Components.Orders;

namespace OrdersAdmin.Web.Components.Fulfillments;

/// <summary>A shipment with its lines and what may be done with it.</summary>
public sealed partial class FulfillmentCard
{
    private readonly string headingId = $"fulfillment-{Guid.NewGuid():N}";
    private ElementReference confirm;
    private ElementReference opener;
    private Problem? problem;
    private bool asking;
    private bool busy;
    private bool moveFocus;
    private int tries;

    [Parameter, EditorRequired]
    public required OrderView Order { get; set; }

    [Parameter, EditorRequired]
    public required FulfillmentView Fulfillment { get; set; }

    /// <summary>Does the action; answers with what stood in the way.</summary>
    [Parameter, EditorRequired]
    public required Func<FulfillmentView, FulfillmentAction, Task<Problem?>> OnAct { get; set; }

    /// <summary>Reads the order again.</summary>
    [Parameter]
    public EventCallback OnLook { get; set; }

    private string? Busy => busy ? "true" : null;

    private string Travels => string.Join(" ", new[] { Fulfillment.Carrier, Fulfillment.Service }.OfType<string>());

    private string? By => ShippedBy.Of(Order, Fulfillment) is { } name ? $" by {name}" : null;

    private string Effect => $"{Text.Count(Fulfillment.Lines.Sum(line => line.Quantity), "item goes", "items go")} back to what is still to ship. The customer is not told.";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!moveFocus)
            return;
        moveFocus = false;
        await (asking ? confirm : opener).FocusAsync();
    }

    private void Ask() => (asking, moveFocus, problem) = (true, true, null);

    private void Keep() => (asking, moveFocus) = (false, true);

    private async Task Act(FulfillmentAction action)
    {
        if (busy)
            return;
        busy = true;
        try
        {
            problem = await OnAct(Fulfillment, action);
            asking = false;
            tries++;
        }
        finally
        {
            busy = false;
        }
    }

    private async Task LookAgain()
    {
        problem = null;
        await OnLook.InvokeAsync();
    }
}
