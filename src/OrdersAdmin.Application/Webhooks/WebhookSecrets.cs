using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OrdersAdmin.Webhooks;

/// <summary>Makes signing secrets and keeps them: in the database they are protected by the keys of the data folder, so that a copy of the database alone signs nothing.</summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private const int Bytes = 24;
    private readonly IDataProtector protector = protection.CreateProtector("OrdersAdmin.Webhooks.Secrets");

    /// <summary><c>whsec_</c> and the key in base64, as Standard Webhooks writes it.</summary>
    internal static string New() => WebhookSignature.SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    internal string Protect(string secret) => protector.Protect(secret);

    /// <summary>Those that sign now, the newest first. Throws <see cref="CryptographicException"/> when the keys are not those that protected them.</summary>
    internal IReadOnlyList<string> Of(WebhookEndpoint endpoint, DateTimeOffset now) =>
        endpoint.PreviousSecret is { } previous && endpoint.PreviousSecretUntil > now
            ? [protector.Unprotect(endpoint.Secret), protector.Unprotect(previous)]
            : [protector.Unprotect(endpoint.Secret)];
}
