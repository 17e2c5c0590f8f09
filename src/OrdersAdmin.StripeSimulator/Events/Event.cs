using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Events;

/// <summary>Something that happened, with its subject frozen as it was at that moment.</summary>
internal sealed class Event : IListed
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required long Created { get; init; }

    public required long Sequence { get; init; }

    /// <summary>The whole event as compact JSON; kept as bytes because a long run holds very many.</summary>
    public required byte[] Json { get; init; }

    /// <summary>The bytes that go over the wire, indented as Stripe's are: a receiver that verifies re-serialized JSON fails here.</summary>
    [JsonIgnore]
    public byte[] Body => StripeJson.Write(ToJson());

    public JsonObject ToJson() => JsonNode.Parse(Json)!.AsObject();
}
