using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Api;

/// <summary>Where a page of a list ended, with the filters that it was read with: opaque outside, and nobody but us can make one.</summary>
internal sealed class Cursors(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("OrdersAdmin.Api.Cursors.v1");

    public string Write(OrderListQuery query, long last) => protector.Protect(JsonSerializer.Serialize(new Place(query, last)));

    /// <summary>Null when it is not one of ours.</summary>
    public (OrderListQuery Query, long Last)? Read(string cursor)
    {
        try
        {
            return JsonSerializer.Deserialize<Place>(protector.Unprotect(cursor)) is { } place ? (place.Query, place.Last) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Place(OrderListQuery Query, long Last);
}
