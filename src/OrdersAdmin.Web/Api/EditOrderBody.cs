using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Api;

/// <summary>Only what is sent changes, within an address and the buyer too; null removes.</summary>
internal sealed record EditOrderBody(
    string? Note = null, string? CustomerNote = null, IReadOnlyList<string>? Tags = null, AddressBody? ShippingAddress = null, AddressBody? BillingAddress = null,
    BuyerBody? Buyer = null) : IBody
{
    public IEnumerable<FieldError> Wrong() =>
    [
        .. Bounds.Longest("note", Note, OrderWorkflow.LongestNote),
        .. Bounds.Longest("customer_note", CustomerNote, OrderWorkflow.LongestNote),
        .. Bounds.Few("tags", Tags, 0, OrderWorkflow.MostTags),
        .. Bounds.Each("tags", Tags, (tag, path) => Bounds.Required(path, tag, OrderWorkflow.LongestTag)),
        .. ShippingAddress?.Wrong("shipping_address") ?? [],
        .. BillingAddress?.Wrong("billing_address") ?? [],
        .. Buyer?.Wrong() ?? [],
    ];

    public EditOrder Command(ApiCall call) => new(
        Note ?? (call.Body.Has("note") ? "" : null),
        CustomerNote ?? (call.Body.Has("customer_note") ? "" : null),
        Tags ?? (call.Body.Has("tags") ? [] : null),
        call.ExpectedVersion,
        AddressBody.Of(call, "shipping_address", ShippingAddress),
        AddressBody.Of(call, "billing_address", BillingAddress),
        Buyer is null ? null : new EditBuyer(Buyer.Name, Buyer.Email ?? (call.Body.Has("buyer", "email") ? "" : null), Buyer.Phone ?? (call.Body.Has("buyer", "phone") ? "" : null)));
}

internal sealed record AddressBody(
    string? Name = null, string? Company = null, string? Line1 = null, string? Line2 = null, string? City = null, string? Region = null, string? PostalCode = null,
    string? CountryCode = null, string? Phone = null)
{
    private const int Longest = 200;

    public IEnumerable<FieldError> Wrong(string path) =>
    [
        .. Bounds.Longest($"{path}.name", Name, Longest),
        .. Bounds.Longest($"{path}.company", Company, Longest),
        .. Bounds.Longest($"{path}.line1", Line1, Longest),
        .. Bounds.Longest($"{path}.line2", Line2, Longest),
        .. Bounds.Longest($"{path}.city", City, Longest),
        .. Bounds.Longest($"{path}.region", Region, Longest),
        .. Bounds.Longest($"{path}.postal_code", PostalCode, Longest),
        .. Bounds.Longest($"{path}.country_code", CountryCode, 2),
        .. Bounds.Longest($"{path}.phone", Phone, Longest),
    ];

    /// <summary>What the workflow is told: null leaves as it is, an empty text removes.</summary>
    public static Address? Of(ApiCall call, string path, AddressBody? sent)
    {
        if (!call.Body.Has(path))
            return null;
        return new Address
        {
            Name = Part(sent?.Name, "name"),
            Company = Part(sent?.Company, "company"),
            Line1 = Part(sent?.Line1, "line1"),
            Line2 = Part(sent?.Line2, "line2"),
            City = Part(sent?.City, "city"),
            Region = Part(sent?.Region, "region"),
            PostalCode = Part(sent?.PostalCode, "postal_code"),
            CountryCode = Part(sent?.CountryCode, "country_code"),
            Phone = Part(sent?.Phone, "phone"),
        };

        string? Part(string? text, string name) => text ?? (sent is null || call.Body.Has(path, name) ? "" : null);
    }
}

internal sealed record BuyerBody(string? Name = null, string? Email = null, string? Phone = null)
{
    public IEnumerable<FieldError> Wrong() =>
        [.. Bounds.Longest("buyer.name", Name, 200), .. Bounds.Longest("buyer.email", Email, 254), .. Bounds.Longest("buyer.phone", Phone, 50)];
}
