using System.Text.Json;
using OrdersAdmin.Cli.Http;

namespace OrdersAdmin.Cli.Output;

/// <summary>Returns as people read them.</summary>
internal static class ReturnViews
{
    public static IEnumerable<Table> One(JsonElement goods) => [Of([goods])];

    /// <summary>A list of returns, or the returns of an order.</summary>
    public static IEnumerable<Table> List(JsonElement holder) => [Of(holder.ValueKind == JsonValueKind.Array ? holder.Items() : holder.Items("returns"))];

    private static Table Of(IReadOnlyList<JsonElement> returns)
    {
        var table = new Table("RETURN", "RMA", "STATUS", "ITEMS", "REASON", "ASKED FOR", "DETAIL");
        foreach (var goods in returns)
        {
            table.Add(
                goods.Text("id"), goods.Text("rma"), goods.Text("status"),
                string.Join(", ", goods.Items("items").Select(item => $"{item.Text("line_item_id")}:{item.Text("quantity")}")),
                goods.Text("reason"), Times.Of(goods.Text("created_at")), goods.Text("detail"));
        }
        return table;
    }
}
