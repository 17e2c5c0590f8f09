using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Fulfillments;

public sealed class AskingForWrongItems
{
    [Theory]
    [InlineData(0, "The quantity must be at least 1.")]
    [InlineData(-1, "The quantity must be at least 1.")]
    [InlineData(int.MinValue, "The quantity must be at least 1.")]
    [InlineData(4, "Only 3 left to fulfill.")]
    [InlineData(int.MaxValue, "Only 3 left to fulfill.")]
    public async Task Names_the_quantity_that_cannot_be(int quantity, string sentence)
    {
        var (result, unchanged) = await Ask(order => [new(order.Lines[0].Id, quantity)]);

        Assert.Equal(sentence, Expect.Invalid(result, "items[0].quantity"));
        Assert.True(unchanged);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MaxValue, 1)]
    public async Task Adds_up_rows_of_the_same_line(int one, int other)
    {
        var (result, unchanged) = await Ask(order => [new(order.Lines[0].Id, one), new(order.Lines[0].Id, other)]);

        Assert.Equal(["items[0].quantity", "items[1].quantity"], Expect.InvalidFields(result));
        Assert.True(unchanged);
    }

    [Fact]
    public async Task A_good_row_does_not_carry_a_bad_one_through()
    {
        var (result, unchanged) = await Ask(order => [new(order.Lines[0].Id, 1), new(order.Lines[1].Id, 2), new(order.Lines[1].Id, -1)]);

        Assert.Equal(["items[2].quantity"], Expect.InvalidFields(result));
        Assert.True(unchanged);
    }

    [Fact]
    public async Task Chooses_nothing()
    {
        var (result, unchanged) = await Ask(_ => []);

        Assert.Equal("Choose at least one item to fulfill.", Expect.Invalid(result, "items"));
        Assert.True(unchanged);
    }

    [Fact]
    public async Task Names_a_line_that_nobody_has()
    {
        var (result, unchanged) = await Ask(_ => [new(Id<LineItem>.New(), 1), new(default, 1)]);

        Assert.Equal(["items[0].line_item_id", "items[1].line_item_id"], Expect.InvalidFields(result));
        Assert.True(unchanged);
    }

    [Fact]
    public async Task Names_the_line_of_another_order()
    {
        await using var shop = await Shop();
        var (order, other) = (await shop.Order(Line("Mug", 3)), await shop.Order(Line("Tray", 3)));

        var result = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", Items: [new(other.Lines[0].Id, 1)]));

        Assert.Equal("There is no such line on this order.", Expect.Invalid(result, "items[0].line_item_id"));
        Assert.Equal((0, 0), ((await shop.Read(order.Id)).Lines[0].Shipped, (await shop.Read(other.Id)).Lines[0].Shipped));
    }

    [Fact]
    public async Task Names_a_line_that_has_shipped()
    {
        await using var shop = await Shop();
        var order = await shop.Ship(await shop.Order(Line("Mug", 3), Line("Tray", 1)), 3, 0);

        var result = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", Items: Tests.Shop.Items(order, 1)));

        Assert.Equal("All of Mug has shipped already.", Expect.Invalid(result, "items[0].quantity"));
    }

    /// <summary>Asks to ship items of an order of 3 mugs and 1 tray; tells whether the database stayed as it was.</summary>
    private static async Task<(Result<Changed> Result, bool Unchanged)> Ask(Func<OrderView, IReadOnlyList<FulfillItem>> items)
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 3), Line("Tray", 1));
        var before = shop.AllRows();
        var result = await shop.Fulfillments.Fulfill(shop.Ana, order.Id, new FulfillItems("DHL", Notify: true, Items: items(order), RequestKey: "key"));
        return (result, before == shop.AllRows());
    }
}
