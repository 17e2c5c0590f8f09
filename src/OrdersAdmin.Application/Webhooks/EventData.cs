using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrdersAdmin.Webhooks;

/// <summary>The facts of an event as the JSON that the outbox keeps.</summary>
internal static class EventData
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Of(string kind, string summary, object? facts) =>
        JsonSerializer.Serialize(new { Kind = kind, Summary = summary, Facts = facts }, Options);
}
