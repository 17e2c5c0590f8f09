using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Web.Api;

/// <summary>Who outside is told of what, and the log of it.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this RouteGroupBuilder hooks)
    {
        hooks.MapGet("", List).Writes().WithSummary("List webhook endpoints").Produces<WebhookListDocument>();
        hooks.MapPost("", Create).Writes().WithSummary("Add a webhook endpoint; the secret is in this answer only").Accepts<CreateWebhookBody>("application/json").Produces<WebhookSecretShown>(201);
        hooks.MapGet("/{id}", Get).Writes().WithSummary("One webhook endpoint").Produces<WebhookView>();
        hooks.MapPatch("/{id}", Change).Writes().WithSummary("Change address, events or sites").Accepts<ChangeWebhookBody>("application/json").Produces<WebhookView>();
        hooks.MapDelete("/{id}", Delete).Writes().WithSummary("Delete a webhook endpoint and its log").Produces(204);
        hooks.MapPost("/{id}/rotate", Rotate).Writes().WithSummary("Make a new secret; it is in this answer only").Accepts<RotateBody>("application/json").Produces<WebhookSecretShown>();
        hooks.MapPost("/{id}/disable", Disable).Writes().WithSummary("Send nothing more").Produces<WebhookView>();
        hooks.MapPost("/{id}/enable", Enable).Writes().WithSummary("Send again").Produces<WebhookView>();
        hooks.MapPost("/{id}/test", Test).Writes().WithSummary("Send a test").Produces<DeliveryView>(202);
        hooks.MapWebhookDeliveries();
    }

    private static async Task<ApiAnswer> List(ApiCall call, WebhookQueries webhooks) =>
        (await webhooks.List(call.Actor)).Match(found => ApiAnswer.Json(200, new WebhookListDocument(found, null), OrderJson.Options), ProblemHttp.Of);

    private static async Task<ApiAnswer> Get(ApiCall call, string id, WebhookQueries webhooks) =>
        TryEndpoint(id, out var endpoint, out var missing) ? (await webhooks.Get(call.Actor, endpoint)).Match(Of, ProblemHttp.Of) : ProblemHttp.Of(missing);

    private static async Task<ApiAnswer> Create(ApiCall call, WebhookWorkflow workflow) =>
        call.Body.Read<CreateWebhookBody>().TryGet(out var body, out var wrong)
            ? (await workflow.Create(call.Actor, body.ToDetails(), call.Cancel)).Match(made => Shown(made, 201) with { Location = $"{ApiDoor.Root}/webhooks/{made.Id}" }, ProblemHttp.Of)
            : ProblemHttp.Malformed((Problem.Invalid)wrong);

    private static Task<ApiAnswer> Change(ApiCall call, string id, WebhookWorkflow workflow) =>
        On<ChangeWebhookBody>(call, id, async (endpoint, body) => (await workflow.ChangeParts(call.Actor, endpoint, body.ToParts(), call.ExpectedVersion, call.Cancel)).Match(Of, ProblemHttp.Of));

    private static Task<ApiAnswer> Delete(ApiCall call, string id, WebhookWorkflow workflow) =>
        On<NoBody>(call, id, async (endpoint, _) => (await workflow.Delete(call.Actor, endpoint, call.ExpectedVersion, call.Cancel)).Match(_ => new ApiAnswer(204, []), ProblemHttp.Of));

    private static Task<ApiAnswer> Rotate(ApiCall call, string id, WebhookWorkflow workflow) =>
        On<RotateBody>(call, id, async (endpoint, body) => (await workflow.RotateSecret(call.Actor, endpoint, body.OverlapHours, call.ExpectedVersion, call.Cancel)).Match(made => Shown(made, 200), ProblemHttp.Of));

    private static Task<ApiAnswer> Disable(ApiCall call, string id, WebhookWorkflow workflow) =>
        On<NoBody>(call, id, async (endpoint, _) => (await workflow.Disable(call.Actor, endpoint, call.ExpectedVersion, call.Cancel)).Match(Of, ProblemHttp.Of));

    private static Task<ApiAnswer> Enable(ApiCall call, string id, WebhookWorkflow workflow) =>
        On<NoBody>(call, id, async (endpoint, _) => (await workflow.Enable(call.Actor, endpoint, call.ExpectedVersion, call.Cancel)).Match(Of, ProblemHttp.Of));

    private static Task<ApiAnswer> Test(ApiCall call, string id, WebhookWorkflow workflow) =>
        On<NoBody>(call, id, async (endpoint, _) => (await workflow.SendTest(call.Actor, endpoint, call.ExpectedVersion, call.Cancel)).Match(sent => ApiAnswer.Json(202, sent, OrderJson.Options), ProblemHttp.Of));

    internal static bool TryEndpoint(string text, out Id<WebhookEndpoint> id, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Problem? problem) => ApiCall.TryId(text, "webhook endpoint", out id, out problem);

    private static async Task<ApiAnswer> On<TBody>(ApiCall call, string id, Func<Id<WebhookEndpoint>, TBody, Task<ApiAnswer>> act) where TBody : IBody =>
        !call.Body.Read<TBody>().TryGet(out var body, out var wrong) ? ProblemHttp.Malformed((Problem.Invalid)wrong)
        : TryEndpoint(id, out var endpoint, out var missing) ? await act(endpoint, body)
        : ProblemHttp.Of(missing);

    private static ApiAnswer Of(WebhookView endpoint) => ApiAnswer.Json(200, endpoint, OrderJson.Options).Versioned(endpoint.Version);

    /// <summary>Whoever repeats the request with the same key gets the endpoint without the secret: answers are kept as they are, and a secret is not.</summary>
    private static ApiAnswer Shown(WebhookSecretShown made, int status)
    {
        var answer = ApiAnswer.Json(status, made, OrderJson.Options).Versioned(made.Version);
        return answer with { KeptBody = ApiAnswer.Json(status, made.WithoutSecret(), OrderJson.Options).Body };
    }
}

/// <param name="NextCursor">Always null: endpoints are few.</param>
public sealed record WebhookListDocument(IReadOnlyList<WebhookView> Data, string? NextCursor);

/// <param name="Events">Every event when left out.</param>
/// <param name="Sites">Slugs; every site of the token when left out.</param>
internal sealed record CreateWebhookBody(string Url, IReadOnlyList<string>? Events = null, IReadOnlyList<string>? Sites = null) : IBody
{
    public WebhookDetails ToDetails() => new(Url, Events, Sites);

    public IEnumerable<FieldError> Wrong() => [.. Bounds.Required("url", Url, WebhookRules.LongestUrl), .. WebhookBounds.Of(Events, Sites)];
}

/// <summary>Only what is sent changes.</summary>
internal sealed record ChangeWebhookBody(string? Url = null, IReadOnlyList<string>? Events = null, IReadOnlyList<string>? Sites = null) : IBody
{
    public WebhookParts ToParts() => new(Url, Events, Sites);

    public IEnumerable<FieldError> Wrong() => [.. Bounds.Longest("url", Url, WebhookRules.LongestUrl), .. WebhookBounds.Of(Events, Sites)];
}

/// <param name="OverlapHours">How long the old secret signs as well; 0 when it has leaked.</param>
internal sealed record RotateBody(int OverlapHours = 24) : IBody
{
    public IEnumerable<FieldError> Wrong() => OverlapHours is < 0 or > WebhookWorkflow.LongestOverlap
        ? [new FieldError("overlap_hours", $"'overlap_hours' must be from 0 to {WebhookWorkflow.LongestOverlap}.")]
        : [];
}

internal static class WebhookBounds
{
    public static IEnumerable<FieldError> Of(IReadOnlyList<string>? events, IReadOnlyList<string>? sites) =>
    [
        .. Bounds.Few("events", events, 1, 50), .. Bounds.Each("events", events, (name, path) => Bounds.Longest(path, name, 100)),
        .. Bounds.Few("sites", sites, 1, 200), .. Bounds.Each("sites", sites, (slug, path) => Bounds.Longest(path, slug, 100)),
    ];
}
