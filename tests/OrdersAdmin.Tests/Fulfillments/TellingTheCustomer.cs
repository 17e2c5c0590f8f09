using OrdersAdmin.Channels;
using OrdersAdmin.Fulfillments;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Fulfillments;

public sealed class TellingTheCustomer
{
    private static readonly FulfillItems Notifying = new("DHL", TrackingNumber: "JD01", Notify: true);

    [Fact]
    public async Task Writes_what_left_and_where_to_follow_it()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3), Line("Tray", 2));

        (await shop.Fulfillments.Fulfill(shop.Ana, order.Id, Notifying with { Items = [new(order.Lines[1].Id, 1), new(order.Lines[0].Id, 2)] })).OrThrow();
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        (await shop.Fulfillments.Fulfill(shop.Ana, order.Id, Notifying with { TrackingNumber = null })).OrThrow();

        var mails = await shop.Mails();
        Assert.Equal(
            [$"Part of your order #{order.Number} from Acme Outdoor is on its way", $"Your order #{order.Number} from Acme Outdoor is on its way"],
            mails.Select(mail => mail.Subject));
        Assert.All(mails, mail => Assert.Equal("zoe@example.com", mail.To));
        Assert.Equal(
            $"""
            Hello Zoë Müller,

            these items of order #{order.Number} left with DHL:

              2 x Mug
              1 x Tray

            Tracking number: JD01
            Follow it here: https://www.dhl.com/global-en/home/tracking/tracking-parcel.html?submit=1&tracking-id=JD01

            The rest follows in another parcel.

            Acme Outdoor

            """, mails[0].Body);
        Assert.DoesNotContain("Tracking", mails[1].Body, StringComparison.Ordinal);
        Assert.Equal("shipped 2 items with DHL and told the customer", (await shop.Read(order.Id)).Timeline[0].Summary);
    }

    [Fact]
    public async Task Is_left_out_unless_asked_for()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3));

        (await shop.Fulfillments.Fulfill(shop.Ana, order.Id, Notifying with { Notify = false })).OrThrow();

        Assert.Empty(await shop.Mails());
        Assert.Equal("shipped 3 items with DHL", (await shop.Read(order.Id)).Timeline[0].Summary);
    }

    [Fact]
    public async Task Is_left_out_for_a_test_order_and_where_there_is_no_address()
    {
        await using var shop = await Shop();
        var test = await shop.Order(Intake(Line("Mug", 1)) with { TestMode = true });
        var guest = await shop.Order(Intake(Line("Mug", 1)) with { Customer = new IntakeCustomer(null, "Zoë") });

        (await shop.Fulfillments.Fulfill(shop.Ana, test.Id, Notifying)).OrThrow();
        (await shop.Fulfillments.Fulfill(shop.Ana, guest.Id, Notifying)).OrThrow();

        Assert.Empty(await shop.Mails());
        Assert.Equal("shipped 1 item with DHL", (await shop.Read(test.Id)).Timeline[0].Summary);
    }

    [Fact]
    public async Task Does_not_happen_when_the_shipment_is_refused()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3));

        Assert.NotNull((await shop.Fulfillments.Fulfill(shop.Ana, order.Id, Notifying with { Items = [new(order.Lines[0].Id, 4)] })).Problem);
        Assert.NotNull((await shop.Fulfillments.Fulfill(shop.Ana, order.Id, Notifying with { ExpectedVersion = 7 })).Problem);
        Assert.NotNull((await shop.Fulfillments.Fulfill(shop.Kenji, order.Id, Notifying)).Problem);

        Assert.Empty(await shop.Mails());
    }
}
