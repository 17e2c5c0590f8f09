using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Tests.Channels;

/// <summary>What is wrong is named by its path, and the orders beside it are read.</summary>
public sealed class ReadingAWrongFile
{
    [Theory]
    [InlineData("\"quantity\":2", "\"quantity\":\"2\"", "line_items[0].quantity")]
    [InlineData("\"quantity\":2", "\"quantity\":2.5", "line_items[0].quantity")]
    [InlineData("\"quantity\":2", "\"quantity\":-1", "line_items[0].quantity")]
    [InlineData("\"quantity\":2", "\"quantity\":0", "line_items[0].quantity")]
    [InlineData("\"quantity\":2", "\"quantity\":99999999999", "line_items[0].quantity")]
    [InlineData("\"quantity\":2,", "", "line_items[0].quantity")]
    [InlineData("\"quantity\":2", "\"quantity\":2,\"quantity\":3", "line_items[0].quantity")]
    [InlineData("\"quantity\":2", "\"qty\":2,\"quantity\":2", "line_items[0].qty")]
    [InlineData("\"unit_price\":1600", "\"unit_price\":16.00", "line_items[0].unit_price")]
    [InlineData("\"unit_price\":1600", "\"unit_price\":-1600", "line_items[0].unit_price")]
    [InlineData("\"channel_name\":\"web\"", "\"channel_name\":7", "channel_name")]
    [InlineData("\"channel_name\":\"web\"", "\"channel_name\":\"web\",\"channel\":\"Web\"", "channel")]
    [InlineData("\"channel_name\":\"web\"", "\"channel_name\":\"\\ud800\"", "channel_name")]
    [InlineData("\"currency\":\"USD\"", "\"currency\":\"usd\"", "currency")]
    [InlineData("\"currency\":\"USD\"", "\"currency\":\"USD\",\"colour\":\"red\"", "colour")]
    [InlineData("2026-02-01T10:00:00Z", "yesterday", "created_on")]
    [InlineData("2026-02-01T10:00:00Z", "0001-01-01T00:00:00Z", "created_on")]
    [InlineData("\"total\":3200", "\"total\":null", "totals.total")]
    [InlineData("\"line_items\":[", "\"tags\":[1],\"line_items\":[", "tags[0]")]
    [InlineData("\"line_items\":[", "\"tags\":\"vip\",\"line_items\":[", "tags")]
    [InlineData("\"line_items\":[", "\"customer\":\"Zoë\",\"line_items\":[", "customer")]
    [InlineData("\"line_items\":[", "\"line_items\":[3,", "line_items[0]")]
    [InlineData("\"line_items\":[", "\"test_mode\":\"no\",\"line_items\":[", "test_mode")]
    public async Task Names_the_wrong_field_of_an_order_of_ours(string right, string wrong, string path)
    {
        Assert.Contains(right, OrderFiles.Ours, StringComparison.Ordinal);

        var order = await OrderFiles.ReadOne(OrderFiles.Ours.Replace(right, wrong, StringComparison.Ordinal));

        Expect.Invalid(order, path);
    }

    [Theory]
    [InlineData("\"price\":\"7.50\"", "\"price\":\"7.505\"", "lineItems[0].price")]
    [InlineData("\"price\":\"7.50\"", "\"price\":7.50", "lineItems[0].price")]
    [InlineData("\"price\":\"7.50\"", "\"price\":\"-7.50\"", "lineItems[0].price")]
    [InlineData("\"price\":\"7.50\"", "\"price\":\"7,50\"", "lineItems[0].price")]
    [InlineData("\"quantity\":2", "\"quantity\":-2", "lineItems[0].quantity")]
    [InlineData("\"totalPrice\":\"15.00\",", "", "totalPrice")]
    [InlineData("\"currency\":\"USD\"", "\"currency\":\"Dollar\"", "currency")]
    public async Task Names_the_wrong_field_in_the_words_of_its_source(string right, string wrong, string path)
    {
        const string alloy = """{"remoteId":"1","remoteCreatedAt":"2023-11-19T17:00:17.000Z","totalPrice":"15.00","currency":"USD","lineItems":[{"title":"Shirt","quantity":2,"price":"7.50"}]}""";

        var order = await OrderFiles.ReadOne(alloy.Replace(right, wrong, StringComparison.Ordinal));

        Expect.Invalid(order, path);
    }

    [Fact]
    public async Task Finds_all_that_is_wrong_at_once()
    {
        var order = await OrderFiles.ReadOne("""{"created_on":"soon","line_items":[{"quantity":0,"unit_price":"1"}],"totals":{}}""");

        Assert.Equal(
            ["channel_name", "created_on", "line_items[0].name", "line_items[0].quantity", "line_items[0].unit_price", "totals.subtotal", "totals.total"],
            Expect.InvalidFields(order), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\t ", "empty")]
    [InlineData("<!DOCTYPE html><html><body>Please sign in</body></html>", "web page")]
    [InlineData("order,total\n1,15.00", "not a JSON file")]
    [InlineData("{\"orders\": [", "not complete JSON")]
    [InlineData("{\n\"orders\": [\n{\"remoteId\": \"1\",", "not complete JSON")]
    [InlineData("[{\"created_on\":", "not complete JSON")]
    public async Task Says_what_the_file_is_instead(string file, string words)
    {
        var message = Expect.Invalid(await OrderFiles.ReadOne(file), OrderFile.WholeFile);

        Assert.Contains(words, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Reads_the_orders_beside_a_line_that_was_cut_off(int broken)
    {
        var lines = Enumerable.Repeat(OrderFiles.OnOneLine(OrderFiles.Ours), 3).ToArray();
        lines[broken] = lines[broken][..40];

        var orders = await OrderFiles.Read(string.Join('\n', lines));

        Assert.Equal(3, orders.Count);
        Expect.Invalid(orders[broken], OrderFile.WholeFile);
        Assert.Equal(2, orders.Count(order => order.Problem is null));
    }

    [Fact]
    public async Task Refuses_a_shipment_of_a_line_that_is_not_there()
    {
        const string file = """
            {"id":"1","total_price":"10.00","currency":"USD","financial_status":"paid","created_at":"2026-07-01T07:00:32Z","line_items":[{"id":"a","product_title":"Dress","quantity":1,"price":"10.00"}],
             "fulfillments":[{"status":"shipped","created_at":"2026-07-01T07:05:00Z","line_items":[{"id":"z","quantity":1}]}]}
            """;

        Expect.Invalid(await OrderFiles.ReadOne(file), "fulfillments[0].line_items[0].id");
    }

    [Fact]
    public async Task Refuses_sums_in_two_currencies()
    {
        const string file = """
            {"id":"s1","createdOn":"2016-12-23T15:58:07.187Z","lineItems":[{"productName":"P","quantity":1,"unitPricePaid":{"value":"55","currency":"EUR"}}],
             "grandTotal":{"value":"57.70","currency":"USD"}}
            """;

        Expect.Invalid(await OrderFiles.ReadOne(file), "lineItems[0].unitPricePaid.currency");
    }

    [Fact]
    public async Task Survives_a_document_that_is_nested_without_end()
    {
        Expect.Invalid(await OrderFiles.ReadOne(string.Concat(Enumerable.Repeat("{\"orders\":", 10_000))), OrderFile.WholeFile);
    }
}
