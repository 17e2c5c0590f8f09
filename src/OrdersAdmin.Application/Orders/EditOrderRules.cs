using OrdersAdmin.Kernel;
using OrdersAdmin.Notifications;

namespace OrdersAdmin.Orders;

/// <summary>What an edit must look like, and what it leaves of the order; every wrong field is named.</summary>
internal static class EditOrderRules
{
    public static Problem.Invalid? Check(EditOrder command)
    {
        var errors = new List<FieldError>();
        if (command.Note?.Length > OrderWorkflow.LongestNote)
            errors.Add(new("note", $"The note is longer than {OrderWorkflow.LongestNote:#,0} characters."));
        if (command.CustomerNote?.Length > OrderWorkflow.LongestNote)
            errors.Add(new("customer_note", $"The customer's note is longer than {OrderWorkflow.LongestNote:#,0} characters."));
        if (command.Tags?.Any(tag => tag.Trim().Length > OrderWorkflow.LongestTag) == true)
            errors.Add(new("tags", $"A tag has at most {OrderWorkflow.LongestTag} characters."));
        if (command.Tags?.Any(tag => tag.Contains(',', StringComparison.Ordinal)) == true)
            errors.Add(new("tags", "A tag cannot contain a comma."));
        if (command.Tags?.Count > OrderWorkflow.MostTags)
            errors.Add(new("tags", $"An order has at most {OrderWorkflow.MostTags} tags."));
        errors.AddRange(AddressRules.Check("shipping_address", command.ShippingAddress));
        errors.AddRange(AddressRules.Check("billing_address", command.BillingAddress));
        if (command.Buyer is { } buyer)
            errors.AddRange(Check(buyer));
        return errors.Count > 0 ? new(errors) : null;
    }

    /// <summary>The part as it is afterwards: what was not sent stays, and what was sent empty is gone.</summary>
    public static string? Sent(string? sent, string? before) => sent is null ? before : Text.Clean(sent);

    /// <summary>Null when nothing is left of it.</summary>
    public static Address? Sent(Address? sent, Address? before)
    {
        if (sent is null)
            return before;
        var after = new Address
        {
            Name = Sent(sent.Name, before?.Name),
            Company = Sent(sent.Company, before?.Company),
            Line1 = Sent(sent.Line1, before?.Line1),
            Line2 = Sent(sent.Line2, before?.Line2),
            City = Sent(sent.City, before?.City),
            Region = Sent(sent.Region, before?.Region),
            PostalCode = Sent(sent.PostalCode, before?.PostalCode),
            CountryCode = Sent(sent.CountryCode, before?.CountryCode)?.ToUpperInvariant(),
            Phone = Sent(sent.Phone, before?.Phone),
        };
        return after == new Address() ? null : after;
    }

    private static IEnumerable<FieldError> Check(EditBuyer buyer)
    {
        if (buyer.Name is { } name && Text.Clean(name) is not { Length: <= 200 })
            yield return new("buyer.name", "Give the buyer's name, in at most 200 characters.");
        if (Text.Clean(buyer.Email) is { } email && !EmailAddress.IsValid(EmailAddress.Normalize(email)))
            yield return new("buyer.email", "This is not an email address.");
        if (buyer.Phone?.Length > 50)
            yield return new("buyer.phone", "The phone number is longer than 50 characters.");
    }
}
