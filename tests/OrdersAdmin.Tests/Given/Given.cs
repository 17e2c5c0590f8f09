using OrdersAdmin.Channels;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests;

/// <summary>Where every scenario begins.</summary>
public static class Given
{
    /// <summary>The moment at which every test begins.</summary>
    public static readonly DateTimeOffset Today = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    /// <summary>A shop with the sites acme and kumo and its people, over a database file of its own.</summary>
    public static async Task<Shop> Shop()
    {
        var template = await Template.Get();
        var folder = new TemporaryFolder();
        File.Copy(template.File, folder.DatabasePath);
        return await Tests.Shop.Open(folder, template);
    }

    /// <summary>A line item; the price is minor units.</summary>
    public static IntakeLine Line(string name, int quantity, long price = 1000, string? sku = null) =>
        new() { Name = name, Quantity = quantity, UnitPrice = price, Sku = sku };

    /// <summary>A gift card or download, which never ships.</summary>
    public static IntakeLine Digital(string name, int quantity, long price = 1000) => Line(name, quantity, price) with { RequiresShipping = false };

    /// <summary>A paid order from the web, placed an hour ago, whose totals add up.</summary>
    public static IntakeOrder Intake(params IntakeLine[] lines)
    {
        var subtotal = lines.Sum(line => line.UnitPrice * line.Quantity);
        return new IntakeOrder
        {
            Channel = Channel.Web,
            ChannelName = "web",
            CreatedOn = Today.AddHours(-1),
            Customer = new IntakeCustomer("zoe@example.com", "Zoë Müller"),
            ShippingAddress = new Address { Name = "Zoë Müller", Line1 = "1 Rue de la Paix", PostalCode = "75002", City = "Paris", CountryCode = "FR" },
            LineItems = lines,
            Totals = new OrderTotals(subtotal, 0, 0, 0, subtotal),
            Payments = subtotal > 0 ? [new IntakePayment("stripe", "pi_1", "Visa ••4242", Captured: subtotal)] : [],
        };
    }
}
