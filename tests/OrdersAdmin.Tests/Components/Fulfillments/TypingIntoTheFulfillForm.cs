using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Components.Fulfillments;

namespace OrdersAdmin.Tests.Components;

public sealed class TypingIntoTheFulfillForm
{
    [Fact]
    public async Task Starts_with_what_is_left_the_last_carrier_and_today()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Ship(await shop.Order(Given.Line("Tote", 4), Given.Line("Mug", 1), Given.Digital("Gift card", 1)), 2);

        var form = new FulfillForm(order, "USPS", Given.Today);

        Assert.Equal([("Tote", "2"), ("Mug", "1")], form.Lines.Select(line => (line.Line.Name, line.Quantity)));
        Assert.Equal(("USPS", new DateOnly(2026, 3, 2), true), (form.Carrier, form.ShipDate, form.Notify));
        Assert.Equal(("3 of 5 left", "Fulfill 3 items", "Ships 3 items, order becomes fulfilled"), (form.Left, form.Button, form.Summary));
        Assert.False(form.IsDirty);
    }

    [Fact]
    public async Task Takes_today_from_the_zone_of_the_site()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Teapot", 1)) with { Currency = "JPY" }, shop.Kumo);

        var form = new FulfillForm(order, "Yamato", new DateTimeOffset(2026, 3, 2, 20, 0, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2026, 3, 3), form.ShipDate);
        Assert.Null(form.Command().OrThrow().ShipDate);
    }

    [Theory]
    [InlineData("2", "1", "Ships 3 items, order becomes fulfilled", "Fulfill 3 items")]
    [InlineData("1", "0", "Ships 1 item, 2 left for later", "Fulfill 1 item")]
    [InlineData("0", "0", "Choose at least one item.", "Fulfill items")]
    [InlineData("5", "0", "5 items are more than what is left.", "Fulfill 5 items")]
    [InlineData("2147483647", "2147483647", "2,147,483,647 items are more than what is left.", "Fulfill 2,147,483,647 items")]
    [InlineData("x", "1", "A quantity is not a number.", "Fulfill items")]
    public async Task Says_what_it_would_do(string totes, string mugs, string summary, string button)
    {
        await using var shop = await Given.Shop();
        var form = new FulfillForm(await shop.Order(Given.Line("Tote", 2), Given.Line("Mug", 1)), null, Given.Today);

        (form.Lines[0].Quantity, form.Lines[1].Quantity) = (totes, mugs);

        Assert.Equal((summary, button), (form.Summary, form.Button));
    }

    [Theory]
    [InlineData("abc", "The quantity must be a whole number; 0 leaves this item for later.")]
    [InlineData("", "The quantity must be a whole number; 0 leaves this item for later.")]
    [InlineData(null, "The quantity must be a whole number; 0 leaves this item for later.")]
    [InlineData("1.5", "The quantity must be a whole number; 0 leaves this item for later.")]
    [InlineData("-1", "The quantity must be a whole number; 0 leaves this item for later.")]
    [InlineData("1e3", "The quantity must be a whole number; 0 leaves this item for later.")]
    [InlineData("99999999999", "Only 1 left to fulfill.")]
    public async Task Tells_beside_the_field_that_a_quantity_is_no_number(string? typed, string sentence)
    {
        await using var shop = await Given.Shop();
        var form = new FulfillForm(await shop.Order(Given.Line("Tote", 2), Given.Line("Mug", 1)), "DHL", Given.Today);

        form.Lines[0].Quantity = "0";
        form.Lines[1].Quantity = typed;
        form.Show(form.Command().Problem);

        Assert.Equal((null, sentence), (form.ErrorOf(form.Lines[0]), form.ErrorOf(form.Lines[1])));
        Assert.Equal(typed, form.Lines[1].Quantity);
    }

    [Fact]
    public async Task Puts_the_servers_sentences_beside_their_fields()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Tote", 2), Given.Line("Mug", 1), Given.Line("Scarf", 1));
        var form = new FulfillForm(order, null, Given.Today) { TrackingUrl = "javascript:alert(1)", ShipDate = new DateOnly(2027, 1, 1) };
        (form.Lines[0].Quantity, form.Lines[1].Quantity) = ("0", "3");

        form.Show((await shop.Fulfillments.Fulfill(shop.Ana, order.Id, form.Command().OrThrow())).Problem);

        Assert.Equal("Name the carrier.", form.ErrorOf("carrier"));
        Assert.Equal("The tracking link must begin with https:// or http://.", form.ErrorOf("tracking_url"));
        Assert.Equal("The ship date lies in the future.", form.ErrorOf("ship_date"));

        (form.Carrier, form.TrackingUrl, form.ShipDate) = ("DHL", null, new DateOnly(2026, 3, 2));
        form.Show((await shop.Fulfillments.Fulfill(shop.Ana, order.Id, form.Command().OrThrow())).Problem);

        Assert.Equal((null, "Only 1 left to fulfill."), (form.ErrorOf(form.Lines[0]), form.ErrorOf(form.Lines[1])));
    }

    [Fact]
    public async Task Asks_for_a_ship_date_when_it_was_emptied()
    {
        await using var shop = await Given.Shop();
        var form = new FulfillForm(await shop.Order(Given.Line("Tote", 2)), "DHL", Given.Today) { ShipDate = null };

        form.Show(form.Command().Problem);

        Assert.Equal("Choose the day on which it leaves.", form.ErrorOf("ship_date"));
    }

    [Fact]
    public async Task Sends_another_day_as_its_noon_on_the_site()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Tote", 2)) with { CreatedOn = Given.Today.AddDays(-3) });
        var form = new FulfillForm(order, "DHL", Given.Today) { ShipDate = new DateOnly(2026, 3, 1) };

        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1)), form.Command().OrThrow().ShipDate);
    }

    [Fact]
    public async Task Keeps_its_key_so_that_sending_twice_ships_once()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Tote", 2));
        var form = new FulfillForm(order, "DHL", Given.Today);

        await shop.Fulfillments.Fulfill(shop.Ana, order.Id, form.Command().OrThrow());
        var again = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, form.Command().OrThrow());

        Assert.Null(again.Problem);
        Assert.Single((await shop.Read(order.Id)).Fulfillments);
    }

    [Fact]
    public async Task Goes_on_from_the_newer_order_without_touching_what_was_typed()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Ship(await shop.Order(Given.Line("Tote", 4), Given.Line("Mug", 1), Given.Line("Scarf", 2)), 0, 0, 2);
        var form = new FulfillForm(order, "DHL", Given.Today) { TrackingNumber = "MINE" };
        form.Lines[0].Quantity = "3";

        var fresh = await shop.Ship(order, 2, 1);
        fresh = await shop.CancelFulfillment(fresh, 1);
        form.Show(new Problem.Stale("Changed."));
        form.Take(fresh);

        Assert.Equal([("Tote", "3", "2 left now; 4 when you began."), ("Mug", "1", "All of it has shipped since; 1 was left when you began."), ("Scarf", "0", "2 left now; none when you began.")],
            form.Lines.Select(line => (line.Line.Name, line.Quantity, line.Changed)));
        Assert.Equal(("MINE", fresh.Version, (Problem?)null), (form.TrackingNumber, form.Order.Version, form.Problem));
        Assert.Equal("4 items are more than what is left.", form.Summary);
    }

    [Theory]
    [InlineData(true, "zoe@example.com", "This is a test order, so nobody is told.")]
    [InlineData(false, null, "The order has no email address.")]
    [InlineData(false, "zoe@example.com", null)]
    public async Task Tells_nobody_who_cannot_be_told(bool test, string? email, string? reason)
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Tote", 2)) with { TestMode = test, Customer = new(email, "Zoë") });

        var form = new FulfillForm(order, "DHL", Given.Today);

        Assert.Equal((reason, reason is null), (form.NoNotice, form.Notify));
        Assert.Equal(reason is null, form.Command().OrThrow().Notify);
    }

    [Fact]
    public void Tells_what_was_done() =>
        Assert.Equal("Shipped 3 items with DHL.", FulfillForm.Told(new FulfillItems(" DHL ", Items: [new(Id<LineItem>.New(), 2), new(Id<LineItem>.New(), 1)])));
}
