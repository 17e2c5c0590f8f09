using Microsoft.AspNetCore.Components;
using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;
using OrdersAdmin.Sites;
using OrdersAdmin.Web.Components.Staff;

namespace OrdersAdmin.Web.Components.Refunds;

/// <summary>Changes who may refund how much on a site, and for which reasons.</summary>
public sealed partial class PolicyDialog
{
    private PolicyForm form = default!;
    private FormActions? actions;
    private string start = "";
    private Problem? problem;
    private int tries;
    private bool busy;

    [Parameter, EditorRequired]
    public required SiteView Site { get; set; }

    [Parameter, EditorRequired]
    public required RefundPolicyView Policy { get; set; }

    /// <summary>Saves; answers with what stood in the way. After success the page takes the dialog away.</summary>
    [Parameter, EditorRequired]
    public required Func<RefundPolicyDetails, int, Task<Problem?>> Save { get; set; }

    /// <summary>Reads the policies again.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnLook { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    protected override void OnInitialized() => Begin();

    private void Begin()
    {
        form = new PolicyForm(Policy, Site.Currency);
        start = form.Content;
    }

    private Task Leave() => actions!.Leave();

    private async Task Send()
    {
        if (busy)
            return;
        busy = true;
        problem = form.Details().TryGet(out var details, out var unreadable) ? await Save(details, Policy.Version) : unreadable;
        tries++;
        // After success the form stays busy: what a double click still sends finds it so.
        busy = problem is null;
    }

    private async Task LookAgain()
    {
        await OnLook.InvokeAsync();
        Begin();
        problem = null;
    }
}
