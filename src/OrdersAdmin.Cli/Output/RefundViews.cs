using System.Text.Json;
using OrdersAdmin.Cli.Http;

namespace OrdersAdmin.Cli.Output;

/// <summary>Refunds as people read them.</summary>
internal static class RefundViews
{
    public static IEnumerable<Table> One(JsonElement refund) => [Of([refund])];

    /// <summary>Of an order.</summary>
    public static IEnumerable<Table> List(JsonElement order) => [Of(order.Items("refunds"))];

    private static Table Of(IReadOnlyList<JsonElement> refunds)
    {
        var table = new Table("REFUND", "STATUS", "AMOUNT", "REASON", "BY", "ASKED FOR", "DETAIL");
        foreach (var refund in refunds)
        {
            table.Add(
                refund.Text("id"), refund.Text("status"), Amounts.Of(refund.Number("amount"), refund.Text("currency")), refund.Text("reason"), refund.Text("requested_by"),
                Times.Of(refund.Text("requested_at")), refund.Text("detail"));
        }
        return table;
    }
}
