using System.Text;
using OrdersAdmin.Channels;
using OrdersAdmin.Demo;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Tests.Channels;

/// <summary>Files of orders as texts.</summary>
internal static class OrderFiles
{
    /// <summary>The least that an order of ours can say.</summary>
    public const string Ours = """
        {"channel_name":"web","external_order_reference":"A-1","created_on":"2026-02-01T10:00:00Z","currency":"USD",
         "line_items":[{"name":"Mug","quantity":2,"unit_price":1600}],"totals":{"subtotal":3200,"total":3200}}
        """;

    public static string OnOneLine(string json) => json.ReplaceLineEndings("");

    public static Stream Of(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static async Task<List<Result<IntakeOrder>>> Read(string text) => await Read(Of(text));

    public static async Task<List<Result<IntakeOrder>>> Read(Stream file)
    {
        var orders = new List<Result<IntakeOrder>>();
        await foreach (var order in OrderFile.Read(file, TestContext.Current.CancellationToken))
            orders.Add(order);
        return orders;
    }

    public static async Task<Result<IntakeOrder>> ReadOne(string text) => Assert.Single(await Read(text));

    /// <summary>The orders of one of the demo's documents.</summary>
    public static async Task<List<IntakeOrder>> Document(string name)
    {
        await using var file = DemoDocuments.Open(name);
        return (await Read(file)).ConvertAll(order => order.OrThrow());
    }
}
