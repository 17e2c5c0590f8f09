using System.Text;
using OrdersAdmin.Channels;
using OrdersAdmin.Demo;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Channels;

public sealed class ReadingOurOwnOrders
{
    [Fact]
    public async Task Gives_back_what_was_written()
    {
        var written = new DemoYear(400, Given.Today).Orders().Select(each => each.Order).ToList();
        var file = new MemoryStream();
        foreach (var order in written)
            file.Write([.. IntakeOrderJson.Line(order), (byte)'\n']);
        file.Position = 0;

        var read = (await OrderFiles.Read(file)).ConvertAll(order => order.OrThrow());

        Assert.Equal(written.Select(Text), read.Select(Text), StringComparer.Ordinal);

        static string Text(IntakeOrder order) => Encoding.UTF8.GetString(IntakeOrderJson.Line(order));
    }

    [Fact]
    public async Task Knows_every_field()
    {
        const string file = """
            {"channel":"platform","channel_name":"Shopify","external_order_reference":"540","channel_number":"#4001","created_on":"2026-02-01T10:00:00+01:00",
             "currency":"KWD","price_tax_interpretation":"INCLUSIVE","customer":{"email":"a@example.com","name":"A","phone":"1"},
             "shipping_address":{"name":"A","company":"B","line1":"C","line2":"D","city":"E","region":"F","postal_code":"G","country_code":"KW","phone":"H"},
             "billing_address":{"name":"A"},
             "line_items":[{"reference":"r","product_id":"p","sku":"s","name":"Mug","quantity":3,"unit_price":1500,"tax":10,"discount":20,"requires_shipping":true,"returned":1,"removed":1}],
             "discount_lines":[{"name":"Spring","code":"SPRING","amount":20}],"shipping_line":{"name":"Fast","amount":500,"service":"Air","tax":5},
             "totals":{"subtotal":4500,"discount":20,"shipping":500,"tax":15,"total":4980},
             "payments":[{"provider":"stripe","intent_id":"pi","method":"Visa","authorized":0,"captured":4980,"refunded":100,"voided":false}],
             "fulfillments":[{"carrier":"DHL","service":"Air","tracking_number":"1","tracking_url":"https://example.com/1","ship_date":"2026-02-02T10:00:00Z",
               "delivered_on":"2026-02-03T10:00:00Z","items":[{"line":0,"quantity":2}]}],
             "fulfilled":true,"fulfilled_on":"2026-02-03T10:00:00Z","inventory_behavior":"DEDUCT","cancelled_on":"2026-02-04T10:00:00Z","cancel_reason":"Why",
             "note":"n","customer_note":"c","tags":["x","y"],"form_submission":[{"label":"L","value":"V"}],"test_mode":true}
            """;

        var order = (await OrderFiles.ReadOne(file)).OrThrow();

        Assert.Equal((Channel.Platform, TaxInterpretation.Inclusive, InventoryBehavior.Deduct, true), (order.Channel, order.PriceTaxInterpretation, order.InventoryBehavior, order.TestMode));
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero), order.CreatedOn);
        Assert.Equal(new OrderTotals(4500, 20, 500, 15, 4980), order.Totals);
        Assert.Equal(new IntakeLine { Reference = "r", ProductId = "p", Sku = "s", Name = "Mug", Quantity = 3, UnitPrice = 1500, Tax = 10, Discount = 20, Returned = 1, Removed = 1 }, order.LineItems[0]);
    }

    [Theory]
    [InlineData("[{0},{1}]")]
    [InlineData("[]", 0)]
    [InlineData("{{\"orders\":[{0},{1}]}}")]
    [InlineData("{{\n\"orders\": [\n{0},\n{1}\n]\n}}")]
    [InlineData("{{\"data\":[{0},{1}],\"next_cursor\":null}}")]
    [InlineData("{0}\n{1}\n")]
    [InlineData("{0}\r\n\r\n  {1}")]
    [InlineData("\uFEFF\n {0}\n{1}")]
    [InlineData("{{\"orders\":[{0}]}}\n{{\"orders\":[{1}]}}\n")]
    public async Task Takes_a_list_an_envelope_and_lines(string shape, int expected = 2)
    {
        var one = OrderFiles.OnOneLine(OrderFiles.Ours);

        var orders = await OrderFiles.Read(string.Format(null, shape, one, one.Replace("A-1", "A-2", StringComparison.Ordinal)));

        Assert.Equal(new[] { "A-1", "A-2" }.Take(expected), orders.Select(order => order.OrThrow().ExternalOrderReference), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Reads_lines_before_the_file_has_ended()
    {
        var line = Encoding.UTF8.GetBytes(OrderFiles.OnOneLine(OrderFiles.Ours) + "\n");
        await using var endless = new Endless(line);

        var read = 0;
        await foreach (var order in OrderFile.Read(endless, TestContext.Current.CancellationToken))
        {
            Assert.Null(order.Problem);
            if (++read == 1000)
                break;
        }

        Assert.Equal(1000, read);
    }

    /// <summary>The same line for ever.</summary>
    private sealed class Endless(byte[] line) : MemoryStream
    {
        private int at;

        public override int Read(Span<byte> buffer)
        {
            for (var i = 0; i < buffer.Length; i++)
                buffer[i] = line[at++ % line.Length];
            return buffer.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }
}
