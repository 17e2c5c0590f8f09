using Microsoft.AspNetCore.Components;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;

namespace OrdersAdmin.Web.Components.Refunds;

/// <summary>Asks for a refund. The sum and what will happen come from the server with every change.</summary>
public sealed partial class RefundDialog
{
    private RefundForm form = default!;
    private int tries;
    private bool busy;
    private bool asking;

    [Parameter, EditorRequired]
    public required OrderView Order { get; set; }

    /// <summary>What is filled in to begin with; null for nothing.</summary>
    [Parameter]
    public RefundProposal? Proposal { get; set; }

    /// <summary>The refund that is changed; null for a new one.</summary>
    [Parameter]
    public EditRefund? Chosen { get; set; }

    /// <summary>The server's answer to the proposal, or to choosing nothing yet.</summary>
    [Parameter, EditorRequired]
    public required RefundQuote Quote { get; set; }

    /// <summary>Computes a choice.</summary>
    [Parameter, EditorRequired]
    public required Func<RefundChoice, Task<Result<RefundQuote>>> Compute { get; set; }

    /// <summary>Asks for the refund; answers with what stood in the way. After success the page takes the dialog away.</summary>
    [Parameter, EditorRequired]
    public required Func<RequestRefund, Task<Problem?>> Request { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    protected override void OnInitialized() => form = new RefundForm(Quote, Proposal, Chosen);

    private async Task Recompute()
    {
        if (form.Choice().TryGet(out var choice, out var problem) && (await Compute(choice)).TryGet(out var quote, out problem))
        {
            form.Take(quote);
            problem = quote.Problem;
        }
        form.Show(problem);
    }

    private async Task Send()
    {
        if (busy)
            return;
        busy = true;
        asking = false;
        var problem = form.Command().TryGet(out var command, out var unreadable) ? await Request(command) : unreadable;
        form.Show(problem);
        tries++;
        // After success the form stays busy: what a double click still sends finds it so.
        busy = problem is null;
    }

    private Task Leave()
    {
        if (!form.IsDirty)
            return OnClose.InvokeAsync();
        asking = !asking;
        return Task.CompletedTask;
    }
}
