using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Api;

/// <summary>Where a page of a list ended, with the filters that it was read with: opaque outside, and nobody but us can make one.</summary>
internal sealed class Cursors(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("OrdersAdmin.Api.Cursors.v1");

    public string Write<T>(T place) => protector.Protect(JsonSerializer.Serialize(new Kinded<T>(typeof(T).Name, place)));

    /// <summary>Default when it is not one of ours, or of another list.</summary>
    public T? Read<T>(string cursor)
    {
        try
        {
            return JsonSerializer.Deserialize<Kinded<JsonElement>>(protector.Unprotect(cursor)) is { } kept && kept.Kind == typeof(T).Name ? kept.Place.Deserialize<T>() : default;
        }
        catch (CryptographicException)
        {
            return default;
        }
    }

    private sealed record Kinded<T>(string Kind, T Place);
}

/// <summary>Where a page of orders ended.</summary>
internal sealed record OrderPlace(OrderListQuery Query, long Last);
