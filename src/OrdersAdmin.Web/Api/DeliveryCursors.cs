using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Web.Api;

/// <summary>Where a page of a log ended, with what it was asked for: opaque outside, and nobody but us can make one.</summary>
internal sealed class DeliveryCursors(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("OrdersAdmin.Api.DeliveryCursors.v1");

    public string Write(DeliveryPage page) => protector.Protect(JsonSerializer.Serialize(page));

    /// <summary>Null when it is not one of ours.</summary>
    public DeliveryPage? Read(string cursor)
    {
        try
        {
            return JsonSerializer.Deserialize<DeliveryPage>(protector.Unprotect(cursor));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="Before">The row after which it goes on; null from the newest.</param>
internal sealed record DeliveryPage(DeliveryStatus? Status, int Limit, long? Before);
