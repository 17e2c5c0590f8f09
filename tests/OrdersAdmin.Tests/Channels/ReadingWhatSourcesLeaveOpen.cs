using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Tests.Channels;

public sealed class ReadingWhatSourcesLeaveOpen
{
    [Theory]
    [InlineData("orderStatus", "Teleported")]
    [InlineData("paymentStatus", "Bartered")]
    [InlineData("fulfillmentStatus", "beamed-up")]
    public async Task Keeps_an_unknown_one_as_words_and_leaves_the_order_open(string field, string value)
    {
        var order = (await OrderFiles.ReadOne(Alloy(field, value))).OrThrow();

        Assert.Equal([SourceRemarks.UnknownStatusTag], order.Tags, StringComparer.Ordinal);
        Assert.Equal($"Unknown status '{value}' in {field}, as Alloy sent it.", order.Note);
        Assert.Null(order.CancelledOn);
        Assert.False(order.Fulfilled);
        Assert.Empty(order.Payments);
    }

    [Theory]
    [InlineData("PAID", 1500, 0, 0, false)]
    [InlineData("Authorized", 0, 0, 1500, false)]
    [InlineData("refunded", 1500, 1500, 0, false)]
    [InlineData("Voided", 0, 0, 0, true)]
    [InlineData("PartiallyRefunded", 1500, 0, 0, false)]
    public async Task Turns_a_payment_status_into_amounts_as_far_as_they_are_known(string status, long captured, long refunded, long authorized, bool voided)
    {
        var order = (await OrderFiles.ReadOne(Alloy("paymentStatus", status))).OrThrow();

        Assert.Equal(new IntakePayment("Alloy", Captured: captured, Refunded: refunded, Authorized: authorized, Voided: voided), Assert.Single(order.Payments));
    }

    [Fact]
    public async Task Does_not_guess_which_items_a_part_was()
    {
        var order = (await OrderFiles.ReadOne(Alloy("fulfillmentStatus", "partial"))).OrThrow();

        Assert.False(order.Fulfilled);
        Assert.Equal("Alloy says that a part has shipped, without saying which.", order.Note);
    }

    [Fact]
    public async Task Ships_the_lines_that_Shoplazza_marks_as_shipped()
    {
        const string file = """
            {"id":"1","number":"N1","total_price":"30.00","currency":"USD","financial_status":"paid","status":"placed","fulfillment_status":"partially_shipped",
             "created_at":"2026-07-01T07:00:32Z","line_items":[
               {"id":"a","product_title":"Dress","quantity":1,"price":"10.00","fulfillment_status":"shipped"},
               {"id":"b","product_title":"Hat","quantity":2,"price":"10.00","fulfillment_status":"initialled"}]}
            """;

        var order = (await OrderFiles.ReadOne(file)).OrThrow();

        Assert.Equal([new IntakeShippedLine(0, 1)], Assert.Single(order.Fulfillments).Items);
        Assert.False(order.Fulfilled);
    }

    [Fact]
    public async Task Takes_back_the_units_that_the_storefront_received()
    {
        const string file = """
            {"id":"ord_1","site_slug":"acme","status":"fulfilled","fulfillment_status":"fulfilled","buyer":{"email":"b@example.com","name":"B"},
             "items":[{"id":"li_1","name":"Tote","quantity":3,"unit_price":4200,"subtotal":12600}],
             "totals":{"subtotal":12600,"shipping":0,"tax":0,"discount":0,"total":12600},"currency":"USD","payment":{"provider":"stripe","intent_id":"pi_1"},
             "fulfillments":[{"carrier":"USPS","tracking_number":"9400","created_at":"2026-05-02T08:00:00Z","items":[{"line_item_id":"li_1","quantity":3}]}],
             "returns":[{"status":"received","items":[{"line_item_id":"li_1","quantity":1}]},{"status":"rejected","items":[{"line_item_id":"li_1","quantity":2}]}],
             "created_at":"2026-05-01T08:00:00Z"}
            """;

        var order = (await OrderFiles.ReadOne(file)).OrThrow();

        Assert.Equal(1, order.LineItems[0].Returned);
        Assert.Equal([new IntakeShippedLine(0, 3)], Assert.Single(order.Fulfillments).Items);
        Assert.Equal(new IntakePayment("stripe", "pi_1", Captured: 12600), Assert.Single(order.Payments));
    }

    [Fact]
    public async Task Leaves_a_pending_Squarespace_order_open_whatever_tracking_it_lists()
    {
        const string file = """
            {"id":"s1","orderNumber":"3","createdOn":"2016-12-23T15:58:07.187Z","channel":"web","fulfillmentStatus":"PENDING","fulfilledOn":"2017-01-30T22:18:37.480Z",
             "customerEmail":"foo@example.com","priceTaxInterpretation":"INCLUSIVE",
             "lineItems":[{"productName":"Product","quantity":1,"unitPricePaid":{"value":"55.00","currency":"USD"}}],
             "fulfillments":[{"shipDate":"2017-01-28T22:19:26.980Z","carrierName":"USPS","trackingNumber":"94001"},{"shipDate":"2017-01-29T22:19:26.980Z","carrierName":"FedEx","trackingNumber":"1039"}],
             "subtotal":{"value":"55.00","currency":"USD"},"shippingTotal":{"value":"1.00","currency":"USD"},"discountTotal":{"value":"1.00","currency":"USD"},
             "taxTotal":{"value":"2.70","currency":"USD"},"grandTotal":{"value":"57.70","currency":"USD"}}
            """;

        var order = (await OrderFiles.ReadOne(file)).OrThrow();

        Assert.False(order.Fulfilled);
        Assert.Empty(order.Fulfillments);
        Assert.Contains("FedEx 1039 on 2017-01-29, without saying which items it holds.", order.Note, StringComparison.Ordinal);
        Assert.False(order.Totals.Reconcile(order.PriceTaxInterpretation));
    }

    [Fact]
    public async Task Takes_an_order_whose_email_address_the_source_has_masked()
    {
        await using var shop = await Given.Shop();
        var masked = Alloy("orderStatus", "Pending").Replace("\"currency\"", """
            "customer":{"firstName":"Alice","lastName":"Smith","email":"[email protected]"},"currency"
            """, StringComparison.Ordinal);

        var order = await shop.Order((await OrderFiles.ReadOne(masked)).OrThrow());

        Assert.Equal(("Alice Smith", null), (order.Buyer.Name, order.Buyer.Email));
        Assert.Equal("Alloy gives '[email protected]' as the customer's email address.", order.Note);
    }

    private static string Alloy(string field, string value)
    {
        var statuses = new Dictionary<string, string>(StringComparer.Ordinal) { ["orderStatus"] = "Pending", ["fulfillmentStatus"] = "unfulfilled", ["paymentStatus"] = "Pending" };
        statuses[field] = value;
        return $$"""
            {"orders":[{"remoteId":"1","remoteCreatedAt":"2023-11-19T17:00:17.000Z","orderNumber":"1","orderStatus":"{{statuses["orderStatus"]}}",
              "fulfillmentStatus":"{{statuses["fulfillmentStatus"]}}","paymentStatus":"{{statuses["paymentStatus"]}}","totalPrice":"15.00","currency":"USD",
              "lineItems":[{"title":"Shirt","quantity":2,"price":"7.50"}]}]}
            """;
    }
}
