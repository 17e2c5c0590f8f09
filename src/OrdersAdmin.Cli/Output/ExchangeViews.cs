using System.Text.Json;
using OrdersAdmin.Cli.Http;

namespace OrdersAdmin.Cli.Output;

/// <summary>Exchanges as people read them.</summary>
internal static class ExchangeViews
{
    public static IEnumerable<Table> One(JsonElement exchange) => [Of([exchange])];

    /// <summary>Of an order.</summary>
    public static IEnumerable<Table> List(JsonElement order) => [Of(order.Items("exchanges"))];

    private static Table Of(IReadOnlyList<JsonElement> exchanges)
    {
        var table = new Table("EXCHANGE", "RMA", "STATUS", "ITEMS", "REASON", "ASKED FOR", "DETAIL");
        foreach (var exchange in exchanges)
        {
            table.Add(
                exchange.Text("id"), exchange.Text("rma"), exchange.Text("status"),
                string.Join(", ", exchange.Items("items").Select(item => $"{item.Text("line_item_id")}:{item.Text("quantity")} for {item.Text("new_sku")}")),
                exchange.Text("reason"), Times.Of(exchange.Text("created_at")), exchange.Text("detail"));
        }
        return table;
    }
}
