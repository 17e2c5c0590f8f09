namespace OrdersAdmin.Tests.Web.Api;

/// <summary>A row of the table that the contract tests are made from: one endpoint, a body that it takes, and what it is about in a state that permits it or not.</summary>
/// <param name="Path">Below the subject's; {id} is the subject's, {part} the part's that <paramref name="Prepare"/> names.</param>
/// <param name="Prepare">Brings the subject with this id into the state that permits the act, and names its part.</param>
/// <param name="Wrong">Brings it into a state that does not; null where every state permits it.</param>
/// <param name="Part">An id of the part's kind that nothing has.</param>
/// <param name="Tagged">Whether the answer carries the subject's version.</param>
internal sealed record ApiEndpoint(
    ApiSubject Subject, string Method, string Path, int Status, string? Body = null,
    Func<ApiShop, string, Task<string>>? Prepare = null, Func<ApiShop, string, Task<string>>? Wrong = null, string? Part = null, bool Tagged = true)
{
    public static IReadOnlyList<ApiEndpoint> All { get; } = [.. EndpointsOfOrders.All, .. EndpointsOfWebhooks.All, new(ApiSubject.Token, "GET", "", 200)];

    public bool Changes => Method != "GET";

    public bool IsOfOne => Path.Contains("{id}", StringComparison.Ordinal);

    public bool NeedsToWrite => Changes || Subject == ApiSubject.Webhook;

    public string Name => $"{Method} {Subject.Root}{Path}";

    /// <summary>Where nothing is.</summary>
    public string Nowhere => At(ApiTarget.None(Subject, Part));

    public string At(ApiTarget target) => Subject.Root + target.Fill(Path);
}
