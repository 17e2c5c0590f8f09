using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OrdersAdmin.Kernel;

/// <summary>An entity with ids of its own kind, told apart outside by their prefix (<c>ord_</c>).</summary>
public interface IIdentified
{
    static abstract string IdPrefix { get; }
}

/// <summary>A UUIDv7 that knows whose it is: <c>ord_01jd…</c> outside, 16 bytes inside.</summary>
[JsonConverter(typeof(IdJson))]
public readonly record struct Id<T>(Guid Value) : IParsable<Id<T>>, IComparable<Id<T>>
    where T : IIdentified
{
    public static Id<T> New() => new(Guid.CreateVersion7());

    /// <summary>An id that sorts with the moment at which the thing came to be.</summary>
    public static Id<T> New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    public override string ToString() => T.IdPrefix + Base32.Encode(Value);

    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    public static Id<T> Parse(string s) => Parse(s, null);

    public static Id<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id that starts with {T.IdPrefix}");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result)
    {
        result = default;
        if (s is null || !s.StartsWith(T.IdPrefix, StringComparison.Ordinal) || !Base32.TryDecode(s.AsSpan(T.IdPrefix.Length), out var value))
            return false;
        result = new(value);
        return true;
    }

    public static bool operator <(Id<T> left, Id<T> right) => left.CompareTo(right) < 0;

    public static bool operator >(Id<T> left, Id<T> right) => left.CompareTo(right) > 0;

    public static bool operator <=(Id<T> left, Id<T> right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Id<T> left, Id<T> right) => left.CompareTo(right) >= 0;
}
