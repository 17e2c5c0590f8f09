using System.Text.Json.Nodes;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Cli;

[Collection(nameof(CommandLine))]
public sealed class ImportingOrders(CommandLine given)
{
    [Theory]
    [InlineData("[{0}, {1}]")]
    [InlineData("{0}\n{1}\n")]
    [InlineData("\uFEFF  [{0},\n{1}]")]
    public async Task Takes_in_a_list_or_an_order_a_line_and_the_same_file_again_changes_nothing(string shape)
    {
        using var terminal = given.Terminal();
        var file = Path.Combine(terminal.Home, "orders.json");
        var (first, second) = (Order(Reference()), Order(reference: null));
        await File.WriteAllTextAsync(file, shape.Replace("{0}", first, StringComparison.Ordinal).Replace("{1}", second, StringComparison.Ordinal));

        var ran = (await terminal.Run($"orders import {file}")).Ended(0);
        var again = (await terminal.Run($"orders import {file}")).Ended(0);

        Assert.Equal("2 taken in, 0 were here already, 0 refused.", ran.Words.Trim());
        Assert.Equal("0 taken in, 2 were here already, 0 refused.", again.Words.Trim());
        Assert.Equal(ran.Text.Replace("\tnew\t", "\tknown\t", StringComparison.Ordinal), again.Text);
        var order = await given.Shop.Read(Id<Order>.Parse(ran.Lines[1].Split('\t')[2], null));
        Assert.Equal((1500L, "Shop"), (order.Totals.Total, order.ChannelName));
    }

    [Fact]
    public async Task A_wrong_order_is_named_by_its_place_and_keeps_no_other_out()
    {
        using var terminal = given.Terminal();
        var wrong = JsonNode.Parse(Order(Reference()))!;
        wrong["line_items"]![0]!["quantity"] = -1;
        wrong["colour"] = "red";

        var ran = await terminal.Type($"{Order(Reference())}\n{wrong.ToJsonString()}\n{Order(Reference())}", "orders", "import", "-");

        Assert.Equal(2, ran.Code);
        Assert.Equal("2 taken in, 0 were here already, 1 refused.", ran.Words.Trim());
        Assert.Equal(["1\tnew", "3\tnew"], ran.Lines[1..].Where(line => line.Contains("new", StringComparison.Ordinal)).Select(line => string.Join('\t', line.Split('\t')[..2])));
        Assert.Matches("^2\trefused\t\t\t.*colour", ran.Lines[2]);
    }

    [Fact]
    public async Task The_site_is_named_by_the_order_or_else_by_the_flag()
    {
        var token = await given.Shop.Token("Both", writes: true, "acme", "kumo");
        using var terminal = given.Terminal().With("ORDERS_ADMIN_TOKEN", token);
        var named = JsonNode.Parse(Order(Reference()))!;
        named["site_slug"] = "acme";
        var orders = $"{Order(Reference())}\n{named.ToJsonString()}";

        var without = await terminal.Type(orders, "orders", "import", "-", "--json");
        var with = await terminal.Type(orders, "orders", "import", "-", "--json", "--site-slug", "kumo");

        Assert.Equal((2, 1), (without.Code, without.Lines.Length));
        Assert.Equal(0, with.Code);
        Assert.Equal(["kumo", "acme"], with.Lines.Select(line => JsonNode.Parse(line)!["site_slug"]!.ToString()));
    }

    [Fact]
    public async Task What_would_be_wrong_with_every_order_ends_it()
    {
        await using var wire = await Wire.To(given.Address);
        using var terminal = given.Terminal().With("ORDERS_ADMIN_URL", wire.Address.ToString());
        wire.Answer(500);

        var ran = await terminal.Type($"{Order(Reference())}\n{Order(Reference())}", "orders", "import", "-");

        Assert.Equal(1, ran.Code);
        Assert.Single(wire.Keys);
        Assert.Contains("Stopped at order 1.", ran.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"channel_name\":")]
    [InlineData("[1, 2")]
    [InlineData("channel,number")]
    public async Task A_file_that_is_no_JSON_is_told(string file)
    {
        using var terminal = given.Terminal();

        var ran = await terminal.Type(file, "orders", "import", "-");

        Assert.Equal(2, ran.Code);
        Assert.Contains("the file is no JSON", ran.Words, StringComparison.Ordinal);
    }

    private static string Reference() => Guid.NewGuid().ToString("N");

    /// <summary>On one line.</summary>
    private static string Order(string? reference)
    {
        var order = new JsonObject
        {
            ["channel_name"] = "Shop",
            ["created_on"] = "2026-03-01T10:00:00Z",
            ["note"] = Guid.NewGuid().ToString(),
            ["line_items"] = new JsonArray(new JsonObject { ["name"] = "Mug", ["quantity"] = 1, ["unit_price"] = 1500 }),
            ["totals"] = new JsonObject { ["subtotal"] = 1500, ["total"] = 1500 },
        };
        if (reference is not null)
            order["external_order_reference"] = reference;
        return order.ToJsonString();
    }
}
