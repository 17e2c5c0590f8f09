using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Sites;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Channels;

public sealed class TakingInABadOrder
{
    private static readonly IntakeOrder Good = Intake(Line("Mug", 3));

    private static readonly string Endless = new('x', 10_000);

    public static TheoryData<string, IntakeOrder> Bad => new()
    {
        { "channel_name", Good with { ChannelName = " " } },
        { "channel_name", Good with { ChannelName = Endless } },
        { "external_order_reference", Good with { ExternalOrderReference = Endless } },
        { "channel_number", Good with { ChannelNumber = Endless } },
        { "created_on", Good with { CreatedOn = default } },
        { "created_on", Good with { CreatedOn = DateTimeOffset.MaxValue } },
        { "currency", Good with { Currency = "EURO" } },
        { "currency", Good with { Currency = Endless } },
        { "customer.email", Good with { Customer = new IntakeCustomer("zoe at example", "Zoë") } },
        { "customer.email", Good with { Customer = new IntakeCustomer("zoe@example.com\r\nBcc: all@example.com", "Zoë") } },
        { "customer.email", Good with { Customer = new IntakeCustomer("Zoë <zoe@example.com>", "Zoë") } },
        { "customer.name", Good with { Customer = new IntakeCustomer(null, Endless) } },
        { "customer.phone", Good with { Customer = new IntakeCustomer(null, null, Endless) } },
        { "shipping_address.line1", Good with { ShippingAddress = new Address { Line1 = Endless } } },
        { "billing_address.country_code", Good with { BillingAddress = new Address { CountryCode = "FRA" } } },
        { "note", Good with { Note = Endless } },
        { "customer_note", Good with { CustomerNote = Endless } },
        { "cancel_reason", Good with { CancelReason = Endless } },
        { "tags", Good with { Tags = [.. Enumerable.Range(0, 51).Select(i => $"{i}")] } },
        { "tags[1]", Good with { Tags = ["good", " "] } },
        { "tags[0]", Good with { Tags = ["a,b"] } },
        { "tags[0]", Good with { Tags = [Endless] } },
        { "form_submission[0].value", Good with { FormSubmission = [new("Engraving", Endless)] } },
        { "line_items", Good with { LineItems = [] } },
        { "line_items", Good with { LineItems = [.. Enumerable.Repeat(Line("Mug", 1), 501)] } },
        { "line_items[0].name", Good with { LineItems = [Line("", 1)] } },
        { "line_items[1].name", Good with { LineItems = [Line("Mug", 1), Line(Endless, 1)] } },
        { "line_items[0].sku", Good with { LineItems = [Line("Mug", 1, sku: Endless)] } },
        { "line_items[0].quantity", Good with { LineItems = [Line("Mug", 0)] } },
        { "line_items[0].quantity", Good with { LineItems = [Line("Mug", -1)] } },
        { "line_items[0].quantity", Good with { LineItems = [Line("Mug", int.MaxValue)] } },
        { "line_items[0].unit_price", Good with { LineItems = [Line("Mug", 1, -1)] } },
        { "line_items[0].unit_price", Good with { LineItems = [Line("Mug", 1, long.MaxValue)] } },
        { "line_items[0].unit_price", Good with { LineItems = [Line("Mug", 100_000, 1_000_000_000_000)] } },
        { "line_items[0].tax", Good with { LineItems = [Line("Mug", 1) with { Tax = -1 }] } },
        { "line_items[0].discount", Good with { LineItems = [Line("Mug", 1) with { Discount = long.MaxValue }] } },
        { "line_items[0]", Good with { LineItems = [Line("Mug", 1) with { Removed = 2 }] } },
        { "line_items[0]", Good with { LineItems = [Line("Mug", 1) with { Returned = -1 }] } },
        { "line_items", Good with { LineItems = [Line("Mug", 1) with { Returned = 1 }] } },
        { "totals.total", Good with { Totals = Good.Totals with { Total = -1 } } },
        { "totals.tax", Good with { Totals = Good.Totals with { Tax = long.MaxValue } } },
        { "discount_lines[0].amount", Good with { DiscountLines = [new("Spring", null, -5)] } },
        { "discount_lines[0].name", Good with { DiscountLines = [new("", null, 5)] } },
        { "shipping_line.name", Good with { ShippingLine = new("", 5) } },
        { "shipping_line.amount", Good with { ShippingLine = new("Parcel", -5) } },
        { "payments[0].provider", Good with { Payments = [new("")] } },
        { "payments[0].captured", Good with { Payments = [new("stripe", Captured: -1, Refunded: -1)] } },
        { "payments[0].refunded", Good with { Payments = [new("stripe", Captured: 5, Refunded: 6)] } },
        { "fulfilled_on", Good with { Fulfilled = true } },
        { "fulfillments", Good with { Fulfillments = [.. Enumerable.Repeat(Parcel(0, 1), 101)] } },
        { "fulfillments[0].carrier", Good with { Fulfillments = [Parcel(0, 1) with { Carrier = "" }] } },
        { "fulfillments[0].tracking_number", Good with { Fulfillments = [Parcel(0, 1) with { TrackingNumber = Endless }] } },
        { "fulfillments[0].tracking_url", Good with { Fulfillments = [Parcel(0, 1) with { TrackingUrl = "javascript:alert(1)" }] } },
        { "fulfillments[0].delivered_on", Good with { Fulfillments = [Parcel(0, 1) with { DeliveredOn = Today.AddYears(-1) }] } },
        { "fulfillments[0].items", Good with { Fulfillments = [Parcel(1, 1)] } },
        { "fulfillments[0].items", Good with { Fulfillments = [Parcel(-1, 1)] } },
        { "fulfillments[0]", Good with { Fulfillments = [Parcel(0, 0)] } },
        { "fulfillments[0]", Good with { Fulfillments = [Parcel(0, 4)] } },
        { "fulfillments[1]", Good with { Fulfillments = [Parcel(0, 2), Parcel(0, 2)] } },
        { "fulfillments[0]", Good with { Fulfillments = [Parcel(0, 1) with { Items = [new(0, int.MaxValue), new(0, int.MaxValue)] }] } },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Names_the_field_and_leaves_nothing_behind(string path, IntakeOrder intake)
    {
        await using var shop = await Shop();
        var before = shop.AllRows();

        var result = await shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, intake);

        Assert.Contains(path, Expect.InvalidFields(result));
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task Names_all_wrong_fields_at_once()
    {
        await using var shop = await Shop();

        var result = await shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, Good with { ChannelName = "", Currency = "x", LineItems = [Line("", 0)], Totals = new(-1, 0, 0, 0, 0) });

        Assert.Equal(["channel_name", "currency", "line_items[0].name", "line_items[0].quantity", "totals.subtotal"], Expect.InvalidFields(result));
    }

    [Fact]
    public async Task From_somebody_who_may_not()
    {
        await using var shop = await Shop();
        var before = shop.AllRows();

        Assert.Equal("You may not import orders. Ask an owner of the shop if you should.", Expect.Forbidden(await shop.Intake.TakeIn(shop.Ana, shop.Acme.Id, Good)).Message);
        Expect.Forbidden(await shop.Intake.TakeIn(shop.Support, shop.Acme.Id, Good));
        Assert.Equal(
            Expect.NotFound(await shop.Intake.TakeIn(shop.Owner, Id<Site>.New(), Good)).Message,
            Expect.NotFound(await shop.Intake.TakeIn(shop.Kenji, shop.Acme.Id, Good)).Message);
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task That_is_only_odd_comes_in()
    {
        await using var shop = await Shop();
        const string hostile = "<b>Mug</b>\"; DROP TABLE orders; --\u202e🦊";

        var order = await shop.Order(Good with
        {
            LineItems = [Line(hostile, 100_000, 1)],
            Tags = [" vip ", "vip"],
            Customer = new IntakeCustomer("", hostile),
            ShippingAddress = new Address { Name = hostile, City = hostile },
            Totals = new OrderTotals(1_000_000_000_000, 0, 0, 0, 0),
        });

        Assert.Equal((hostile, hostile, hostile), (order.Lines[0].Name, order.Buyer.Name, order.ShippingAddress!.City));
        Assert.Equal(["vip"], order.Tags);
        Assert.Null(order.Buyer.Email);
    }

    private static IntakeFulfillment Parcel(int line, int quantity) => new() { Carrier = "DHL", ShipDate = Today, Items = [new(line, quantity)] };
}
