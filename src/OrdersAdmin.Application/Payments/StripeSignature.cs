using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OrdersAdmin.Payments;

/// <summary>Whether a webhook was sent by Stripe, lately: HMAC-SHA256 over the time and the raw bytes.</summary>
internal static class StripeSignature
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    /// <param name="header">The header <c>Stripe-Signature</c>; only its scheme v1 counts.</param>
    /// <param name="secrets">Any of them may have signed: there are two while one is rolled.</param>
    public static bool IsGenuine(string? header, ReadOnlySpan<byte> body, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(header) || header.Length > 4096)
            return false;
        var fields = header.Split(',', StringSplitOptions.TrimEntries).Select(field => field.Split('=', 2)).Where(pair => pair.Length == 2).ToList();
        var time = fields.Where(pair => pair[0] == "t").Select(pair => pair[1]).FirstOrDefault();
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Int128.Abs((Int128)seconds - now.ToUnixTimeSeconds()) > Tolerance.Ticks / TimeSpan.TicksPerSecond)
            return false;

        var signed = new byte[time.Length + 1 + body.Length];
        Encoding.ASCII.GetBytes(time, signed);
        signed[time.Length] = (byte)'.';
        body.CopyTo(signed.AsSpan(time.Length + 1));
        var genuine = false;
        // All are compared, so that the time it takes tells nothing about which one matched.
        foreach (var secret in secrets)
        {
            var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)));
            foreach (var given in fields.Where(pair => pair[0] == "v1"))
                genuine |= CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(given[1]));
        }
        return genuine;
    }
}
