using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>JSON as Stripe writes it: indented, snake case, nulls spelled out.</summary>
internal static class StripeJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For control bodies and the state file; a member that nobody knows is refused.</summary>
    public static JsonSerializerOptions Control { get; } = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    };

    public static byte[] Write(JsonNode json) => Write(json, Indented);

    public static byte[] WriteCompact(JsonNode json) => Write(json, Compact);

    private static byte[] Write(JsonNode json, JsonWriterOptions options)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, options))
            json.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
