using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OrdersAdmin.StripeSimulator.Webhooks;

/// <summary>The Stripe-Signature header: HMAC-SHA256 over the time, a dot and the raw body.</summary>
internal static class WebhookSignature
{
    public static string Header(byte[] body, DateTimeOffset at, IReadOnlyList<string> secrets, bool onlyV0 = false)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var header = new StringBuilder("t=").Append(time);
        foreach (var secret in secrets)
            header.Append(onlyV0 ? ",v0=" : ",v1=").Append(Sign(time, body, secret));

        // In test mode Stripe adds a scheme that no receiver may trust.
        return onlyV0 ? header.ToString() : header.Append(",v0=").Append(Sign(time, body, "whsec_test_mode_fake")).ToString();
    }

    private static string Sign(string time, byte[] body, string secret)
    {
        var prefix = Encoding.UTF8.GetBytes(time + ".");
        var signed = new byte[prefix.Length + body.Length];
        prefix.CopyTo(signed, 0);
        body.CopyTo(signed, prefix.Length);
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }
}
