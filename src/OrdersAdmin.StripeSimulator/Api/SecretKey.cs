using System.Security.Cryptography;
using System.Text;

namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>The account's secret key, accepted as a bearer token or as the user name of basic authentication.</summary>
internal sealed class SecretKey(string secret)
{
    private readonly byte[] expected = Encoding.UTF8.GetBytes(secret);

    public StripeError? Refuse(string authorization)
    {
        if (Read(authorization) is not { Length: > 0 } sent)
            return Unauthorized("You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), expected)
            ? null
            : Unauthorized($"Invalid API Key provided: {Mask(sent)}");
    }

    private static StripeError Unauthorized(string message) => new(401, "invalid_request_error", null, message);

    private static string Mask(string sent) => sent.Length <= 12 ? new string('*', sent.Length) : sent[..8] + new string('*', sent.Length - 12) + sent[^4..];

    private static string? Read(string authorization)
    {
        if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return authorization[7..].Trim();
        if (!authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var decoded = new byte[authorization.Length];
        return Convert.TryFromBase64String(authorization[6..].Trim(), decoded, out var length)
            ? Encoding.UTF8.GetString(decoded, 0, length).Split(':')[0]
            : null;
    }
}
