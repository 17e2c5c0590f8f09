using OrdersAdmin.Channels;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Channels;

/// <summary>Each order that the five documents print, from its file to what staff see.</summary>
public sealed class ReadingTheDocumentsOrders
{
    [Theory]
    [InlineData("alloy.json", "2001", OrderStatus.Pending, FulfillmentState.Unfulfilled, PaymentState.Pending)]
    [InlineData("alloy.json", "2002", OrderStatus.Fulfilled, FulfillmentState.Fulfilled, PaymentState.Paid)]
    [InlineData("alloy.json", "2003", OrderStatus.Cancelled, FulfillmentState.Unfulfilled, PaymentState.Refunded)]
    [InlineData("shoplazza-refunded.json", "VMT95165", OrderStatus.Refunded, FulfillmentState.Fulfilled, PaymentState.Refunded)]
    [InlineData("shoplazza-cancelled.json", "NPI71329", OrderStatus.Cancelled, FulfillmentState.Unfulfilled, PaymentState.Pending)]
    [InlineData("aly-store.json", null, OrderStatus.Pending, FulfillmentState.Unfulfilled, PaymentState.Paid)]
    [InlineData("squarespace.json", "1184", OrderStatus.Fulfilled, FulfillmentState.Fulfilled, PaymentState.PartiallyRefunded)]
    public async Task Gives_each_the_status_that_its_source_states(string file, string? number, OrderStatus status, FulfillmentState fulfillment, PaymentState payment)
    {
        await using var shop = await Given.Shop();

        var order = await shop.Order((await OrderFiles.Document(file)).Single(each => each.ChannelNumber == number));

        Assert.Equal((status, fulfillment, payment), (order.Status, order.FulfillmentStatus, order.PaymentStatus));
        Assert.Empty(order.Tags);
    }

    [Theory]
    [InlineData("alloy.json", "2001", "$15.00", false)]
    [InlineData("alloy.json", "2002", "$20.00", false)]
    [InlineData("alloy.json", "2003", "$12.00", false)]
    [InlineData("shoplazza-refunded.json", "VMT95165", "$205.51", true)]
    [InlineData("shoplazza-cancelled.json", "NPI71329", "CN¥7.00", true)]
    [InlineData("aly-store.json", null, "$50.76", true)]
    [InlineData("squarespace.json", "1184", "$77.36", true)]
    public async Task Keeps_totals_as_stated_and_says_whether_they_add_up(string file, string? number, string total, bool reconciles)
    {
        await using var shop = await Given.Shop();

        var order = await shop.Order((await OrderFiles.Document(file)).Single(each => each.ChannelNumber == number));

        Assert.Equal(total, order.Money.Single(figure => figure.Kind == MoneyFigureKind.Total).Amount.ToString());
        Assert.Equal(reconciles, order.TotalsReconcile);
        Assert.All(order.Money, figure => Assert.Equal(figure.Amount.Minor, figure.Parts.Sum(part => part.Amount.Minor)));
    }

    [Fact]
    public async Task Keeps_who_bought_and_where_it_goes()
    {
        var alice = (await OrderFiles.Document("alloy.json"))[0];

        Assert.Equal(new IntakeCustomer("alice.smith@example.com", "Alice Smith", "+1 212 555 0141"), alice.Customer);
        Assert.Equal(["Alice Smith", "123 Main Street", "Apt 2", "10001 New York, NY", "United States"], alice.ShippingAddress!.Lines, StringComparer.Ordinal);
        Assert.Equal(("1234567890123", "SKU12345", 750L, 2), (alice.ExternalOrderReference, alice.LineItems[0].Sku, alice.LineItems[0].UnitPrice, alice.LineItems[0].Quantity));
    }

    [Fact]
    public async Task Knows_when_and_with_whom_a_shipment_left()
    {
        await using var shop = await Given.Shop();

        var dress = await shop.Order((await OrderFiles.Document("shoplazza-refunded.json"))[0]);
        var shirt = await shop.Order((await OrderFiles.Document("squarespace.json"))[0]);

        var shipment = Assert.Single(dress.Fulfillments);
        Assert.Equal((FulfillmentStatus.Shipped, new DateTimeOffset(2026, 7, 1, 7, 5, 0, TimeSpan.Zero)), (shipment.Status, shipment.ShippedAt));
        Assert.Equal(("USPS", "9400109699939624119857"), (shirt.Fulfillments.Single().Carrier, shirt.Fulfillments.Single().TrackingNumber));
        Assert.Equal("Hand-printed shirt — Large, Black", Assert.Single(shirt.Fulfillments.Single().Lines).Name);
    }

    [Fact]
    public async Task Keeps_everything_that_Squarespace_documents()
    {
        var order = (await OrderFiles.Document("squarespace.json"))[0];

        Assert.Equal((Channel.Web, "Craft Fair Online", "CFO-2026-000731", false), (order.Channel, order.ChannelName, order.ExternalOrderReference, order.TestMode));
        Assert.Equal(new OrderTotals(7200, 500, 600, 436, 7736), order.Totals);
        Assert.Equal(new DiscountLine("Fall Sale", "FALLSALE", 500), Assert.Single(order.DiscountLines));
        Assert.Equal(new IntakeShipping("USPS Ground Advantage", 600, "USPS_GROUND_ADVANTAGE"), order.ShippingLine);
        Assert.Equal([new("How did you hear about us?", "A friend"), new("May we write to you?", "")], order.FormSubmission);
        Assert.Equal([true, false], order.LineItems.Select(line => line.RequiresShipping));
        Assert.Equal(850, Assert.Single(order.Payments).Refunded);
        Assert.Equal(InventoryBehavior.Skip, order.InventoryBehavior);
        Assert.Equal("Met them at the spring fair.\nLikes to be written to before anything ships.\nHand-printed shirt: Emblem: Middle of the chest", order.Note);
    }

    [Fact]
    public async Task Cancels_with_the_time_and_the_reason_that_the_source_gives()
    {
        var order = (await OrderFiles.Document("shoplazza-cancelled.json"))[0];

        Assert.Equal(new DateTimeOffset(2026, 7, 2, 3, 25, 57, TimeSpan.Zero), order.CancelledOn);
        Assert.Equal("The customer chose the wrong size.", order.CancelReason);
    }
}
