using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Fulfillments;

public sealed class AskingForAWrongShipment
{
    private static readonly FulfillItems Good = new("DHL");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    public async Task Without_a_carrier(string? carrier) =>
        Assert.Equal("Name the carrier.", Expect.Invalid(await Refused(Good with { Carrier = carrier }), "carrier"));

    [Fact]
    public async Task With_texts_that_are_too_long()
    {
        var long_ = new string('9', 10_000);

        Assert.Equal("The tracking number is longer than 100 characters.", Expect.Invalid(await Refused(Good with { TrackingNumber = long_ }), "tracking_number"));
        Assert.Equal(
            ["carrier", "service", "tracking_number", "request_key", "tracking_url"],
            Expect.InvalidFields(await Refused(new FulfillItems(long_, long_, long_, "https://x.test/" + long_, RequestKey: long_))));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)//https://dhl.com")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("//dhl.com/1")]
    [InlineData("dhl.com/1")]
    [InlineData("ftp://dhl.com/1")]
    [InlineData("https://")]
    public async Task With_a_link_that_a_browser_should_not_follow(string url) =>
        Assert.Equal("The tracking link must begin with https:// or http://.", Expect.Invalid(await Refused(Good with { TrackingUrl = url }), "tracking_url"));

    [Fact]
    public async Task On_a_day_that_cannot_be()
    {
        Assert.Equal("The ship date lies in the future.", Expect.Invalid(await Refused(Good with { ShipDate = Today.AddDays(2) }), "ship_date"));
        Assert.Equal("The ship date lies in the future.", Expect.Invalid(await Refused(Good with { ShipDate = DateTimeOffset.MaxValue }), "ship_date"));
        Assert.Equal("The ship date lies before the order was placed.", Expect.Invalid(await Refused(Good with { ShipDate = Today.AddDays(-2) }), "ship_date"));
        Assert.Equal("The ship date lies before the order was placed.", Expect.Invalid(await Refused(Good with { ShipDate = DateTimeOffset.MinValue }), "ship_date"));
    }

    [Fact]
    public async Task While_texts_around_the_limits_are_trimmed_and_kept()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));
        var number = new string('7', 98);

        (await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems(" UPS ", "  ", $" {number} ", " http://x.test/a ", Today.AddHours(12)))).OrThrow();

        var fulfillment = (await shop.Read(order.Id)).Fulfillments[0];
        Assert.Equal(("UPS", null, number, "http://x.test/a", Today.AddHours(12)), (fulfillment.Carrier, fulfillment.Service, fulfillment.TrackingNumber, fulfillment.TrackingUrl, fulfillment.ShippedAt));
    }

    [Theory]
    [InlineData("usps", "94 00 1", "https://tools.usps.com/go/TrackConfirmAction?tLabels=94001")]
    [InlineData("DHL", "a&b=c#d", "https://www.dhl.com/global-en/home/tracking/tracking-parcel.html?submit=1&tracking-id=a%26b%3Dc%23d")]
    [InlineData("My cousin's van", "1", null)]
    [InlineData("DHL", null, null)]
    public void A_known_carrier_shows_the_parcel(string carrier, string? number, string? url) => Assert.Equal(url, Carriers.TrackingUrl(carrier, number));

    private static async Task<Result<Changed>> Refused(FulfillItems command)
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3));
        var before = shop.AllRows();
        var result = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, command with { Notify = true });
        Assert.Equal(before, shop.AllRows());
        return result;
    }
}
