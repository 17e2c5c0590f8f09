using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Persistence;

/// <summary>16 bytes, big-endian, so that ids sort by the time they were made.</summary>
internal sealed class IdBytes<T>() : ValueConverter<Id<T>, byte[]>(
    id => id.Value.ToByteArray(true),
    bytes => new Id<T>(new Guid(bytes, true)))
    where T : IIdentified;

internal sealed class IdComparer<T>() : ValueComparer<Id<T>>(
    (left, right) => left.Value == right.Value,
    id => id.Value.GetHashCode())
    where T : IIdentified;

/// <summary>EF's own comparer boxes every byte of every key.</summary>
internal sealed class BytesComparer() : ValueComparer<byte[]>(
    (left, right) => Same(left, right),
    bytes => Hash(bytes),
    bytes => bytes)
{
    private static bool Same(byte[]? left, byte[]? right) => left is null || right is null ? left == right : left.AsSpan().SequenceEqual(right);

    private static int Hash(byte[] bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}

internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    time => time.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

internal sealed class CurrencyCode() : ValueConverter<Currency, string>(
    currency => currency.Code,
    code => Currency.Parse(code, null));

/// <summary>A value record kept as JSON in one column; never filtered by.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    };

    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        value => JsonSerializer.Serialize(value, Options),
        json => JsonSerializer.Deserialize<T>(json, Options)!,
        new ValueComparer<T>(
            (left, right) => ReferenceEquals(left, right) || JsonSerializer.Serialize(left, Options) == JsonSerializer.Serialize(right, Options),
            value => JsonSerializer.Serialize(value, Options).GetHashCode(StringComparison.Ordinal),
            value => value));
}
