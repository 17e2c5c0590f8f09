using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Web.Identity;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Web.Components.Webhooks;

/// <summary>One endpoint and its log, which grows while one looks.</summary>
public sealed partial class WebhookPage(
    WebhookQueries webhooks, WebhookWorkflow workflow, WebhookSignal signal, SiteQueries sites, AuthenticationStateProvider authentication, NavigationManager navigation, Toasts toasts) : IDisposable
{
    private const int Rows = 25;

    private IDisposable? listening;
    private Actor actor = default!;
    private IReadOnlyList<SiteView> choices = [];
    private DeliveryDetail? opened;
    private WebhookSecretShown? rotated;
    private Problem? refusal;
    private Problem? problem;
    private string? read;
    private int refreshing;
    private int tries;

    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>"edit", "rotate" or "delete" while that dialog is open.</summary>
    [SupplyParameterFromQuery]
    private string? Dialog { get; set; }

    /// <summary>The message whose dialog is open.</summary>
    [SupplyParameterFromQuery]
    private string? Message { get; set; }

    /// <summary>"waiting", "delivered" or "failed"; anything else is all.</summary>
    [SupplyParameterFromQuery]
    private string? Status { get; set; }

    /// <summary>The row before which the page of the log begins.</summary>
    [SupplyParameterFromQuery]
    private long? Before { get; set; }

    /// <summary>As it was prerendered, so that the live page need not load it again.</summary>
    [PersistentState]
    public Shown? Kept { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private string Path => $"/settings/webhooks/{Id}";

    private DeliveryStatus? Chosen => Enum.TryParse<DeliveryStatus>(Status, ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null;

    private Id<WebhookEndpoint> EndpointId => Id<WebhookEndpoint>.TryParse(Id, null, out var id) ? id : default;

    protected override async Task OnInitializedAsync()
    {
        actor = await authentication.Actor();
        choices = await sites.List(actor);
        if (RendererInfo.IsInteractive)
            listening = signal.Subscribe(endpoint => Hear(endpoint));
        if (Kept is not null)
            read = Question;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (read != Question)
            await Load();
        opened = Id<OutboxEvent>.TryParse(Message, null, out var message) && (await webhooks.Delivery(actor, EndpointId, message)).TryGet(out var detail, out _) ? detail : null;
    }

    public void Dispose() => listening?.Dispose();

    /// <summary>What of the address decides on what is read.</summary>
    private string Question => $"{Id} {Chosen} {Before}";

    private async Task Load()
    {
        read = Question;
        if (!(await webhooks.Get(actor, EndpointId)).TryGet(out var endpoint, out refusal) || !(await webhooks.Deliveries(actor, EndpointId, Chosen, Rows, Before)).TryGet(out var log, out refusal))
            return;
        // The answers, up to 4 KB each, are read when a row is opened: what is kept has to stay small.
        Kept = new Shown(endpoint, log with { Items = [.. log.Items.Select(row => row with { LastAttempt = row.LastAttempt is { } last ? last with { Answer = null, Error = null } : null })] });
    }

    private void Hear(Id<WebhookEndpoint> endpoint)
    {
        // Many rows at once are one refresh.
        if (endpoint == EndpointId && Interlocked.Exchange(ref refreshing, 1) == 0)
            _ = InvokeAsync(Refresh);
    }

    private async Task Refresh()
    {
        Interlocked.Exchange(ref refreshing, 0);
        await Load();
        if (opened is { Id: var message } && (await webhooks.Delivery(actor, EndpointId, message)).TryGet(out var detail, out _))
            opened = detail;
        StateHasChanged();
    }

    private async Task<Problem?> Save(WebhookView? before, WebhookDetails details)
    {
        if ((await workflow.Change(actor, EndpointId, details, before?.Version)).Problem is { } stood)
            return stood;
        await Load();
        toasts.Show("The endpoint is saved.");
        Close();
        return null;
    }

    private async Task<Problem?> Rotate(int hours)
    {
        if (!(await workflow.RotateSecret(actor, EndpointId, hours, Kept?.Endpoint.Version)).TryGet(out rotated, out var stood) && stood is not Problem.Stale)
            return stood;
        await Load();
        // The dialog's form renders the dialog anew, not the page, which shows the secret.
        StateHasChanged();
        return stood;
    }

    private async Task Delete()
    {
        if (await Did(workflow.Delete(actor, EndpointId), "The endpoint is deleted."))
            navigation.NavigateTo("/settings/webhooks");
    }

    private Task<bool> Disable() => Did(workflow.Disable(actor, EndpointId, Kept?.Endpoint.Version), "The endpoint is disabled.");

    private Task<bool> Enable() => Did(workflow.Enable(actor, EndpointId, Kept?.Endpoint.Version), "The endpoint is enabled.");

    private Task<bool> SendTest() => Did(workflow.SendTest(actor, EndpointId), "The test is on its way.");

    private async Task Replay(Id<OutboxEvent> message)
    {
        await Did(workflow.Replay(actor, EndpointId, message), "The message is on its way again.");
        Close();
    }

    private async Task<bool> Did<T>(Task<Result<T>> act, string told)
    {
        problem = (await act).Problem;
        tries++;
        if (problem is null)
            toasts.Show(told);
        if (problem is not Problem.NotFound)
            await Load();
        return problem is null;
    }

    private string At(string query) => $"{Path}?{query}";

    private void Close()
    {
        (rotated, problem) = (null, null);
        navigation.NavigateTo(DeliveryLog.Address(Path, Chosen, Before));
    }

    public sealed record Shown(WebhookView Endpoint, Page<DeliveryView> Log);
}
