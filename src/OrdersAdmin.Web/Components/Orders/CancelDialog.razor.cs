using Microsoft.AspNetCore.Components;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>Cancels an order. What will happen, money included, is what the server says it is.</summary>
public sealed partial class CancelDialog
{
    private readonly string requestKey = Guid.CreateVersion7().ToString("N");
    private string? reason;
    private bool restock = true;
    private bool notify = true;
    private Problem? problem;
    private int tries;
    private bool busy;
    private bool asking;

    [Parameter, EditorRequired]
    public required OrderView Order { get; set; }

    [Parameter, EditorRequired]
    public required CancelQuote Quote { get; set; }

    /// <summary>Cancels; answers with what stood in the way. After success the page takes the dialog away.</summary>
    [Parameter, EditorRequired]
    public required Func<CancelOrder, Task<Problem?>> Cancel { get; set; }

    /// <summary>Reads the order again.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnLook { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    private async Task Send()
    {
        if (busy)
            return;
        busy = true;
        asking = false;
        problem = await Cancel(new CancelOrder(reason ?? "", restock, notify, Quote.OrderVersion, requestKey));
        tries++;
        // After success the form stays busy: what a double click still sends finds it so.
        busy = problem is null;
    }

    private Task Leave()
    {
        if (string.IsNullOrWhiteSpace(reason))
            return OnClose.InvokeAsync();
        asking = !asking;
        return Task.CompletedTask;
    }
}
