using OrdersAdmin.Channels;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Orders;

public sealed class SearchingOrders
{
    private static readonly IntakeOrder Wanted = Intake(Line("Enamel mug, déjà vu", 1, sku: "MUG-RED-01")) with
    {
        Customer = new IntakeCustomer("Zoe.Muller@example.com", "Zoë Müller-Åström"),
        ShippingAddress = new Address { Name = "山田太郎", City = "Łódź", PostalCode = "90-001" },
        ExternalOrderReference = "gid://shop/5551234",
        ChannelNumber = "W-7731",
    };

    [Theory]
    [InlineData("1001")]
    [InlineData("#1001")]
    [InlineData("zoë")]
    [InlineData("ZOE")]
    [InlineData("zo mul")]
    [InlineData("muller astrom")]
    [InlineData("Müller-Åström")]
    [InlineData("zoe.muller@example.com")]
    [InlineData("zoe.muller@exam")]
    [InlineData("MUG-RED-01")]
    [InlineData("mug-red")]
    [InlineData("deja")]
    [InlineData("enam")]
    [InlineData("山田")]
    [InlineData("山田太郎")]
    [InlineData("łódź")]
    [InlineData("90-001")]
    [InlineData("5551234")]
    [InlineData("w-7731")]
    [InlineData("JD0123456789")]
    [InlineData("jd01234")]
    [InlineData("  zoë   enamel  ")]
    [InlineData("zoe #1001 mug 山田 jd01 5551234 w-7731 enamel and more words that are left out")]
    [InlineData("zoë\0enamel")]
    [InlineData("\"zoë")]
    [InlineData("zoë\"")]
    [InlineData("zo\"ë")]
    [InlineData("zoë - * ( ) ^ : + \" enamel")]
    public async Task Finds_the_order_by(string search)
    {
        await using var shop = await With(Wanted);

        Assert.Equal([1001], await Numbers(shop, search));
    }

    [Theory]
    [InlineData("1002 zoe")]
    [InlineData("oe")]
    [InlineData("太郎")]
    [InlineData("\" OR *")]
    [InlineData("zoe OR nobody")]
    [InlineData("nobody OR zoe")]
    [InlineData("zoe NOT nobody")]
    [InlineData("NEAR(zoe muller)")]
    [InlineData("SearchText:zoe")]
    [InlineData("*")]
    [InlineData("\"")]
    [InlineData("\"\"\"\"")]
    [InlineData("#")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("' OR 1=1 --")]
    [InlineData("{zero}")]
    [InlineData("\\")]
    [InlineData("-")]
    [InlineData("🦊")]
    [InlineData("a\0b")]
    [InlineData("\0")]
    public async Task Finds_nothing_by(string search)
    {
        await using var shop = await With(Wanted);

        Assert.Empty(await Numbers(shop, search));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n ")]
    public async Task Finds_all_by_nothing(string? search)
    {
        await using var shop = await With(Wanted);

        Assert.Equal([1002, 1001], await Numbers(shop, search));
    }

    [Fact]
    public async Task Survives_a_hundred_thousand_letters()
    {
        await using var shop = await With(Wanted);

        Assert.Empty(await Numbers(shop, new string('z', 100_000)));
        Assert.Empty(await Numbers(shop, string.Concat(Enumerable.Repeat("nobody\" OR \"", 10_000))));
    }

    [Fact]
    public async Task Knows_a_tracking_number_as_soon_as_the_parcel_left_and_counts_what_it_finds()
    {
        await using var shop = await With(Wanted);
        var other = (await shop.Orders.List(shop.Ana, new OrderListQuery())).OrThrow().Rows[0];
        Assert.Empty(await Numbers(shop, "1Z999"));

        (await shop.Fulfillments.Fulfill(shop.Ana, other.Id, new FulfillItems("UPS", TrackingNumber: "1Z999AA1"))).OrThrow();

        var found = (await shop.Orders.List(shop.Ana, new OrderListQuery { Search = "1z999" })).OrThrow();
        Assert.Equal((1002, 1, 2), (Assert.Single(found.Rows).Number, found.Matching, found.Counts[OrderTab.All]));
    }

    /// <summary>The order, shipped with DHL, and another one that shares no word with it.</summary>
    private static async Task<Shop> With(IntakeOrder intake)
    {
        var shop = await Shop();
        var order = await shop.Order(intake);
        (await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", TrackingNumber: "JD0123456789"))).OrThrow();
        await shop.Order(Intake(Line("Kettle", 1)) with { CreatedOn = Today, Customer = new IntakeCustomer("li@test.example", "Li Wei"), ShippingAddress = null });
        return shop;
    }

    private static async Task<IEnumerable<int>> Numbers(Shop shop, string? search) =>
        (await shop.Orders.List(shop.Ana, new OrderListQuery { Search = search })).OrThrow().Rows.Select(row => row.Number);
}
