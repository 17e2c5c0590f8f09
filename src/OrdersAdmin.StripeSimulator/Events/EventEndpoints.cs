using System.Text.Json.Nodes;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Events;

internal static class EventEndpoints
{
    // Stripe's API forgets events after thirty days.
    private const long Retention = 30 * 24 * 3600;

    public static void MapEvents(this StripeRoutes v1)
    {
        v1.Get("/v1/events", List);
        v1.Get("/v1/events/{id}", Find);
    }

    public static bool Matches(string pattern, string type) =>
        pattern == type || pattern == "*" || (pattern.EndsWith(".*", StringComparison.Ordinal) && type.StartsWith(pattern[..^1], StringComparison.Ordinal));

    private static Outcome<JsonObject> List(Call call)
    {
        var form = call.Parameters;
        var page = PageRequest.Read(form);
        var types = form.Many("types");
        if (form.Text("type") is { } type)
        {
            if (types.Count > 0)
                form.Refuse(StripeError.Invalid(null, "You may only specify one of these parameters: type, types.", "type"));
            types = [type];
        }

        if (types.Count > 20)
            form.Refuse(StripeError.Invalid(null, "You may only specify up to 20 types.", "types"));
        if (form.Refusal() is { } refusal)
            return refusal;
        var forgotten = call.Now.ToUnixTimeSeconds() - Retention;
        page = page with { Created = page.Created with { Least = Math.Max(page.Created.Least, forgotten) } };
        return call.Ledger.Events.All
            .Page(page, "event", types.Count == 0 ? null : told => types.Any(pattern => Matches(pattern, told.Type)))
            .Then(found => found.ToJson("/v1/events", told => told.ToJson()));
    }

    private static Outcome<JsonObject> Find(Call call)
    {
        if (call.Parameters.Refusal() is { } refusal)
            return refusal;
        return call.Ledger.Events.All.TryFind(call.Id, out var told) && told.Created >= call.Now.ToUnixTimeSeconds() - Retention
            ? told.ToJson()
            : StripeError.Missing("event", call.Id, "id", inPath: true);
    }
}
