using Microsoft.AspNetCore.Components;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Components.Fulfillments;

/// <summary>Ships items of an order. It closes after success only, and asks before it drops what was typed.</summary>
public sealed partial class FulfillDialog(TimeProvider clock)
{
    private FulfillForm form = default!;
    private ElementReference keep;
    private ElementReference send;
    private int tries;
    private bool busy;
    private bool asking;
    private bool moveFocus;
    private bool lookedAgain;

    [Parameter, EditorRequired]
    public required OrderView Order { get; set; }

    /// <summary>Filled in to begin with.</summary>
    [Parameter]
    public string? LastCarrier { get; set; }

    /// <summary>Ships; answers with what stood in the way. After success the page takes the dialog away.</summary>
    [Parameter, EditorRequired]
    public required Func<FulfillItems, Task<Problem?>> Ship { get; set; }

    /// <summary>Reads the order again.</summary>
    [Parameter]
    public EventCallback OnLook { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    protected override void OnInitialized() => form = new FulfillForm(Order, LastCarrier, clock.GetUtcNow());

    protected override void OnParametersSet() => form.Take(Order);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!moveFocus)
            return;
        moveFocus = false;
        await (asking ? keep : send).FocusAsync();
    }

    private async Task Send()
    {
        if (busy)
            return;
        busy = true;
        asking = lookedAgain = false;
        var problem = form.Command().TryGet(out var command, out var unreadable) ? await Ship(command) : unreadable;
        form.Show(problem);
        tries++;
        // After success the form stays busy: what a double click still sends finds it so.
        busy = problem is null;
    }

    private void Refresh() => StateHasChanged();

    private async Task LookAgain()
    {
        await OnLook.InvokeAsync();
        lookedAgain = true;
    }

    private Task Leave()
    {
        if (!form.IsDirty)
            return OnClose.InvokeAsync();
        (asking, moveFocus) = (!asking, true);
        return Task.CompletedTask;
    }
}
