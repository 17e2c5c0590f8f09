namespace OrdersAdmin.Orders;

/// <summary>Says what changed of an address or a buyer by the names of the parts; what they were stays out of the history.</summary>
internal static class OrderContentChanges
{
    public static IEnumerable<string> OfAddress(string what, Address? before, Address? after)
    {
        if (before == after)
            yield break;
        if (before is null || after is null)
        {
            yield return $"{(before is null ? "added" : "removed")} the {what}";
            yield break;
        }
        yield return $"changed the {what} ({Parts(
            ("name", before.Name, after.Name), ("company", before.Company, after.Company), ("line 1", before.Line1, after.Line1), ("line 2", before.Line2, after.Line2),
            ("postal code", before.PostalCode, after.PostalCode), ("city", before.City, after.City), ("region", before.Region, after.Region),
            ("country", before.CountryCode, after.CountryCode), ("phone", before.Phone, after.Phone))})";
    }

    public static IEnumerable<string> OfBuyer(OrderBuyer before, OrderBuyer after)
    {
        if (Parts(("name", before.Name, after.Name), ("email", before.Email, after.Email), ("phone", before.Phone, after.Phone)) is { Length: > 0 } parts)
            yield return $"changed the buyer ({parts})";
    }

    private static string Parts(params (string Name, string? Before, string? After)[] parts) =>
        string.Join(", ", parts.Where(part => part.Before != part.After).Select(part => part.Name));
}
