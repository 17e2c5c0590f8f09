using System.Security.Cryptography;

namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>Ids as Stripe makes them: a prefix and 24 letters and digits.</summary>
internal static class Ids
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static string New(string prefix) => prefix + "_" + RandomNumberGenerator.GetString(Alphabet, 24);

    /// <summary>The same suffix under another prefix, so that what belongs to a seeded intent has a foreseeable id.</summary>
    public static string Under(string prefix, string id) => prefix + id[id.IndexOf('_', StringComparison.Ordinal)..];

    public static bool Is(string prefix, string? id) =>
        id is not null && id.Length > prefix.Length + 1 && id.Length <= 255
        && id.StartsWith(prefix + "_", StringComparison.Ordinal)
        && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
