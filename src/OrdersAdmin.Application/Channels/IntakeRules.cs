using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Channels;

/// <summary>What an order that comes in must look like; every wrong field is named by its path.</summary>
internal sealed class IntakeRules
{
    public const int MostLines = 500;
    public const int MostFulfillments = 100;
    public const int MostUnits = 100_000;
    public const long MostMinor = 1_000_000_000_000;

    private readonly List<FieldError> errors = [];

    public static Problem.Invalid? Check(IntakeOrder intake)
    {
        var rules = new IntakeRules();
        rules.Header(intake);
        rules.Lines(intake.LineItems);
        rules.Money(intake);
        rules.Fulfillments(intake);
        return rules.errors.Count > 0 ? new(rules.errors) : null;
    }

    private void Header(IntakeOrder intake)
    {
        Required("channel_name", "channel's name", intake.ChannelName, 30);
        Longest("external_order_reference", "reference", intake.ExternalOrderReference, 200);
        Longest("channel_number", "number", intake.ChannelNumber, 50);
        Longest("customer.email", "email address", intake.Customer?.Email, 254);
        Longest("customer.name", "name", intake.Customer?.Name, 200);
        Longest("customer.phone", "phone number", intake.Customer?.Phone, 50);
        Longest("note", "note", intake.Note, OrderWorkflow.LongestNote);
        Longest("customer_note", "note", intake.CustomerNote, OrderWorkflow.LongestNote);
        Longest("cancel_reason", "reason", intake.CancelReason, 500);
        Address("shipping_address", intake.ShippingAddress);
        Address("billing_address", intake.BillingAddress);
        if (intake.CreatedOn.Year is < 1990 or > 2200)
            Wrong("created_on", "The time at which the order was placed is missing or cannot be right.");
        if (intake.Customer?.Email is { Length: > 0 } email && !Notifications.EmailAddress.IsValid(email))
            Wrong("customer.email", "This is not an email address.");
        if (intake.Currency is not null && !Currency.TryParse(intake.Currency, null, out _))
            Wrong("currency", $"'{Shorten(intake.Currency)}' is not an ISO 4217 currency code.");
        if (intake.Tags.Count > OrderWorkflow.MostTags)
            Wrong("tags", $"An order has at most {OrderWorkflow.MostTags} tags.");
        foreach (var (tag, i) in intake.Tags.Select((tag, i) => (tag, i)))
        {
            Required($"tags[{i}]", "tag", tag, OrderWorkflow.LongestTag);
            if (tag?.Contains(',', StringComparison.Ordinal) == true)
                Wrong($"tags[{i}]", "A tag cannot contain a comma.");
        }
        if (intake.FormSubmission.Count > 50)
            Wrong("form_submission", "A form has at most 50 answers.");
        foreach (var (answer, i) in intake.FormSubmission.Select((answer, i) => (answer, i)))
        {
            Longest($"form_submission[{i}].label", "label", answer.Label, 200);
            Longest($"form_submission[{i}].value", "answer", answer.Value, 5000);
        }
    }

    private void Lines(IReadOnlyList<IntakeLine> lines)
    {
        if (lines.Count is 0 or > MostLines)
            Wrong("line_items", $"An order has from 1 to {MostLines} line items.");
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            Required($"line_items[{i}].name", "name", line.Name, 500);
            Longest($"line_items[{i}].sku", "SKU", line.Sku, 100);
            Longest($"line_items[{i}].product_id", "product id", line.ProductId, 100);
            if (line.Quantity is < 1 or > MostUnits)
                Wrong($"line_items[{i}].quantity", $"The quantity must be from 1 to {MostUnits:#,0}.");
            else
                Amount($"line_items[{i}].unit_price", line.UnitPrice, line.Quantity);
            Amount($"line_items[{i}].tax", line.Tax ?? 0);
            Amount($"line_items[{i}].discount", line.Discount ?? 0);
            if (line.Returned < 0 || line.Removed < 0 || line.Removed > line.Quantity)
                Wrong($"line_items[{i}]", "More units were removed than ordered, or less than none.");
        }
    }

    private void Money(IntakeOrder intake)
    {
        Amount("totals.subtotal", intake.Totals.Subtotal);
        Amount("totals.discount", intake.Totals.Discount);
        Amount("totals.shipping", intake.Totals.Shipping);
        Amount("totals.tax", intake.Totals.Tax);
        Amount("totals.total", intake.Totals.Total);
        foreach (var (discount, i) in intake.DiscountLines.Select((discount, i) => (discount, i)))
        {
            Required($"discount_lines[{i}].name", "name", discount.Name, 200);
            Amount($"discount_lines[{i}].amount", discount.Amount);
        }
        if (intake.ShippingLine is { } shipping)
        {
            Required("shipping_line.name", "name", shipping.Name, 200);
            Amount("shipping_line.amount", shipping.Amount);
            Amount("shipping_line.tax", shipping.Tax ?? 0);
        }
        foreach (var (payment, i) in intake.Payments.Select((payment, i) => (payment, i)))
        {
            Required($"payments[{i}].provider", "provider", payment.Provider, 50);
            Longest($"payments[{i}].intent_id", "id", payment.IntentId, 255);
            Longest($"payments[{i}].method", "method", payment.Method, 100);
            Amount($"payments[{i}].authorized", payment.Authorized);
            Amount($"payments[{i}].captured", payment.Captured);
            if (payment.Refunded < 0 || payment.Refunded > payment.Captured)
                Wrong($"payments[{i}].refunded", "More was refunded than captured, or less than nothing.");
        }
    }

    private void Fulfillments(IntakeOrder intake)
    {
        if (intake is { Fulfilled: true, FulfilledOn: null })
            Wrong("fulfilled_on", "A fulfilled order needs the time at which it was fulfilled.");
        if (intake.Fulfillments.Count > MostFulfillments)
            Wrong("fulfillments", $"An order comes in with at most {MostFulfillments} fulfillments.");
        for (var i = 0; i < intake.Fulfillments.Count; i++)
        {
            var given = intake.Fulfillments[i];
            Required($"fulfillments[{i}].carrier", "carrier", given.Carrier, FulfillItemsRules.LongestName);
            Longest($"fulfillments[{i}].service", "service", given.Service, FulfillItemsRules.LongestName);
            Longest($"fulfillments[{i}].tracking_number", "tracking number", given.TrackingNumber, FulfillItemsRules.LongestName);
            Longest($"fulfillments[{i}].tracking_url", "tracking link", given.TrackingUrl, FulfillItemsRules.LongestUrl);
            if (!FulfillItemsRules.IsWebAddress(given.TrackingUrl))
                Wrong($"fulfillments[{i}].tracking_url", "The tracking link must begin with https:// or http://.");
            if (given.DeliveredOn < given.ShipDate)
                Wrong($"fulfillments[{i}].delivered_on", "It cannot have been delivered before it shipped.");
            if (given.Items?.Any(item => item.Line < 0 || item.Line >= intake.LineItems.Count) == true)
                Wrong($"fulfillments[{i}].items", "It names a line that the order does not have.");
        }
    }

    private void Address(string path, Address? address) => errors.AddRange(AddressRules.Check(path, address));

    private void Amount(string path, long minor, int times = 1)
    {
        if (minor < 0 || minor > MostMinor / times)
            Wrong(path, "The amount must not be negative, nor above a trillion minor units.");
    }

    private void Required(string path, string what, string? value, int longest)
    {
        if (string.IsNullOrWhiteSpace(value))
            Wrong(path, $"The {what} is missing.");
        Longest(path, what, value, longest);
    }

    private void Longest(string path, string what, string? value, int longest)
    {
        if (value?.Length > longest)
            Wrong(path, $"The {what} is longer than {longest:#,0} characters.");
    }

    private void Wrong(string path, string message) => errors.Add(new(path, message));

    private static string Shorten(string text) => text.Length > 20 ? text[..20] + "…" : text;
}
