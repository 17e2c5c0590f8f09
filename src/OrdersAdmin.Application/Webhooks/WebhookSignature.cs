using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OrdersAdmin.Webhooks;

/// <summary>Proves to a receiver that a message is ours and fresh, in two notations: Standard Webhooks 1.0, and the one that Stripe made common.</summary>
internal static class WebhookSignature
{
    public const string SecretPrefix = "whsec_";

    /// <summary>The header <c>webhook-signature</c>: one <c>v1,…</c> for each secret. The key is the base64 after <c>whsec_</c>.</summary>
    public static string Standard(string messageId, long time, byte[] body, IEnumerable<string> secrets) => string.Join(' ', secrets.Select(secret =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[SecretPrefix.Length..]), Signed(string.Create(CultureInfo.InvariantCulture, $"{messageId}.{time}."), body)))));

    /// <summary>The header <c>X-Aly-Signature</c>: <c>t=…</c> and one <c>v1=…</c> for each secret. The key is the secret as it is written.</summary>
    public static string Aly(long time, byte[] body, IEnumerable<string> secrets) => string.Join(',', secrets.Select(secret =>
        "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Signed(string.Create(CultureInfo.InvariantCulture, $"{time}."), body))))
        .Prepend(string.Create(CultureInfo.InvariantCulture, $"t={time}")));

    private static byte[] Signed(string before, byte[] body) => [.. Encoding.UTF8.GetBytes(before), .. body];
}
