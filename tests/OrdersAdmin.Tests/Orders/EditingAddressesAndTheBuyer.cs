using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Orders;

public sealed class EditingAddressesAndTheBuyer
{
    [Fact]
    public async Task Changes_only_what_was_sent_and_says_which_parts()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));

        (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(
            ShippingAddress: new Address { Line1 = " 2 Rue Neuve ", City = "", CountryCode = "be" }, BillingAddress: new Address { Name = "Zoë Müller", City = "Gent" }))).OrThrow();

        var after = await shop.Read(order.Id);
        Assert.Equal(new Address { Name = "Zoë Müller", Line1 = "2 Rue Neuve", PostalCode = "75002", CountryCode = "BE" }, after.ShippingAddress);
        Assert.Equal(new Address { Name = "Zoë Müller", City = "Gent" }, after.BillingAddress);
        Assert.Equal("changed the shipping address (line 1, city, country) and added the billing address", after.Timeline[0].Summary);
        Assert.Equal(2, after.Version);
    }

    [Fact]
    public async Task Removes_an_address_of_which_nothing_is_left()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));

        (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(ShippingAddress: new Address { Name = "", Line1 = "", PostalCode = "", City = "", CountryCode = "" }))).OrThrow();

        var after = await shop.Read(order.Id);
        Assert.Null(after.ShippingAddress);
        Assert.Equal("removed the shipping address", after.Timeline[0].Summary);
    }

    [Fact]
    public async Task Another_email_makes_it_another_customers_order()
    {
        await using var shop = await Shop();
        var (order, other) = (await shop.Order(Line("Mug", 1)), await shop.Order(Intake(Line("Cup", 1)) with { Customer = new("ines@example.com", "Inês") }));

        (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(Buyer: new(Email: " Ines@Example.com ", Phone: "+351 1")))).OrThrow();
        var ines = await shop.Read(order.Id);
        (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(Buyer: new(Email: "new@example.com", Name: "Nova")))).OrThrow();
        var nova = await shop.Read(order.Id);
        (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(Buyer: new(Email: "")))).OrThrow();
        var guest = await shop.Read(order.Id);

        Assert.Equal((other.Buyer.CustomerId, "Zoë Müller", "ines@example.com", "+351 1", 2), (ines.Buyer.CustomerId, ines.Buyer.Name, ines.Buyer.Email, ines.Buyer.Phone, ines.Buyer.Orders));
        Assert.Equal("changed the buyer (email, phone)", ines.Timeline[0].Summary);
        Assert.Equal(("Nova", "new@example.com", 1), (nova.Buyer.Name, nova.Buyer.Email, nova.Buyer.Orders));
        Assert.Equal(((object?)null, (string?)null), (guest.Buyer.CustomerId, guest.Buyer.Email));
        Assert.Single((await shop.Orders.List(shop.Ana, new OrderListQuery { Search = "nova" })).OrThrow().Rows);
    }

    [Fact]
    public async Task Names_every_wrong_part()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));
        var before = shop.AllRows();

        var refused = await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(
            ShippingAddress: new Address { Line1 = new string('x', 201), CountryCode = "FRA" }, BillingAddress: new Address { PostalCode = new string('1', 201) },
            Buyer: new(" ", "nobody", new string('0', 51))));

        Assert.Equal(
            ["shipping_address.line1", "shipping_address.country_code", "billing_address.postal_code", "buyer.name", "buyer.email", "buyer.phone"],
            Expect.InvalidFields(refused));
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task Changes_nothing_when_nothing_is_new()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));
        var before = shop.AllRows();

        var changed = await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(
            ShippingAddress: order.ShippingAddress, BillingAddress: new Address { City = " " }, Buyer: new("Zoë Müller", "ZOE@example.com")));

        Assert.Equal(1, changed.OrThrow().Version);
        Assert.Equal(before, shop.AllRows());
    }
}
