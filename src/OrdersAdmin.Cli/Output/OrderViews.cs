using System.Text.Json;
using OrdersAdmin.Cli.Http;

namespace OrdersAdmin.Cli.Output;

/// <summary>Orders as people read them.</summary>
internal static class OrderViews
{
    public static IEnumerable<Table> List(JsonElement orders)
    {
        var table = new Table("ORDER", "NUMBER", "SITE", "PLACED", "BUYER", "STATUS", "PAYMENT", "TOTAL");
        foreach (var order in orders.Items())
        {
            table.Add(
                order.Text("id"), "#" + order.Text("number"), order.Text("site_slug"), Times.Of(order.Text("created_at")), order.Text("buyer", "name"),
                order.Text("status"), order.Text("payment_status"), Amounts.Of(order.Number("totals", "total"), order.Text("currency")));
        }
        yield return table;
    }

    public static IEnumerable<Table> One(JsonElement order)
    {
        var currency = order.Text("currency");
        yield return new Table($"ORDER #{order.Text("number")}", order.Text("id"))
        {
            { "Site", order.Text("site_slug") },
            { "Status", $"{order.Text("status")}, {order.Text("fulfillment_status")}, {order.Text("payment_status")}" },
            { "Placed", $"{Times.Of(order.Text("created_at"))}, {order.Text("channel_name")}" },
            { "Buyer", $"{order.Text("buyer", "name")} {order.Text("buyer", "email")}".Trim() },
            { "Total", Amounts.Of(order.Number("totals", "total"), currency) },
            { "Version", order.Text("version") },
            { "Allowed", string.Join(", ", order.Items("allowed_actions").Select(act => act.GetString())) },
        };
        yield return Lines(order, currency);
        foreach (var part in (Table[])[Fulfillments(order), .. RefundViews.List(order), .. ReturnViews.List(order), .. ExchangeViews.List(order)])
        {
            if (part.Rows.Count > 0)
                yield return part;
        }
    }

    private static Table Lines(JsonElement order, string currency)
    {
        var table = new Table("LINE", "SKU", "NAME", "UNITS", "TO SHIP", "RETURNED", "PRICE");
        foreach (var line in order.Items("items"))
        {
            table.Add(
                line.Text("id"), line.Text("sku"), line.Text("name"), line.Text("quantity"), line.Text("unfulfilled"), line.Text("returned"),
                Amounts.Of(line.Number("unit_price"), currency));
        }
        return table;
    }

    private static Table Fulfillments(JsonElement order)
    {
        var table = new Table("FULFILLMENT", "STATUS", "CARRIER", "TRACKING", "SHIPPED", "ITEMS");
        foreach (var parcel in order.Items("fulfillments"))
        {
            table.Add(
                parcel.Text("id"), parcel.Text("status"), parcel.Text("carrier"), parcel.Text("tracking_number"), Times.Of(parcel.Text("ship_date")),
                string.Join(", ", parcel.Items("items").Select(item => $"{item.Text("line_item_id")}:{item.Text("quantity")}")));
        }
        return table;
    }
}
