using System.Text.Json.Nodes;

namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>What a request asks of an object's metadata: keys set, keys unset (null), or all of it cleared first.</summary>
internal sealed record MetadataChange(bool Clear, IReadOnlyDictionary<string, string?> Sent)
{
    public bool IsNothing => !Clear && Sent.Count == 0;

    /// <summary>Stripe holds 50 keys an object.</summary>
    public StripeError? ApplyTo(Dictionary<string, string> metadata)
    {
        var next = Clear ? [] : new Dictionary<string, string>(metadata, StringComparer.Ordinal);
        foreach (var (key, value) in Sent)
        {
            if (value is null)
                next.Remove(key);
            else
                next[key] = value;
        }

        if (next.Count > 50)
            return StripeError.Invalid(null, $"Metadata can have up to 50 keys, but you passed in {next.Count}.", "metadata");
        metadata.Clear();
        foreach (var (key, value) in next)
            metadata[key] = value;
        return null;
    }
}

internal static class MetadataJson
{
    public static JsonObject Of(IReadOnlyDictionary<string, string> metadata) =>
        new(metadata.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
