namespace OrdersAdmin.Tests.Web.Api;

/// <summary>The rows of orders, and how an order gets into the states that they need.</summary>
internal static class EndpointsOfOrders
{
    private const string Fulfillment = "ful_00000000000000000000000001";
    private const string Refund = "ref_00000000000000000000000001";
    private const string Return = "ret_00000000000000000000000001";
    private const string Exchange = "exc_00000000000000000000000001";
    private static readonly ApiSubject Order = ApiSubject.Order;

    public static IReadOnlyList<ApiEndpoint> All { get; } =
    [
        new(Order, "GET", "", 200),
        new(Order, "GET", "/{id}", 200),
        new(Order, "GET", "/by-number/{number}", 200),
        new(Order, "GET", "/{id}/timeline", 200, Tagged: false),
        new(Order, "POST", "", 201, """{"channel_name":"market","external_order_reference":"{reference}","created_on":"2026-03-01T10:00:00Z","line_items":[{"name":"Mug","quantity":1,"unit_price":1000}],"totals":{"subtotal":1000,"total":1000}}"""),
        new(Order, "PATCH", "/{id}", 200, """{"note":"call first"}"""),
        new(Order, "POST", "/{id}/cancel", 200, """{"reason":"ordered twice"}""", Wrong: Shipped),
        new(Order, "POST", "/{id}/fulfill", 200, """{"carrier":"USPS","tracking_number":"9400111202555582846137"}""", Wrong: Shipped),
        new(Order, "POST", "/{id}/fulfillments/{part}/deliver", 200, Prepare: Shipped, Wrong: Delivered, Part: Fulfillment),
        new(Order, "POST", "/{id}/fulfillments/{part}/cancel", 200, Prepare: Shipped, Wrong: Delivered, Part: Fulfillment),
        new(Order, "POST", "/{id}/refund", 202, """{"amount":1500,"reason":"Buyer request"}""", Wrong: Refunded),
        new(Order, "POST", "/{id}/refunds/{part}/approve", 202, Prepare: ToApprove, Wrong: Declined, Part: Refund),
        new(Order, "POST", "/{id}/refunds/{part}/decline", 200, """{"reason":"out of time"}""", Prepare: ToApprove, Wrong: Declined, Part: Refund),
        new(Order, "POST", "/{id}/refunds/{part}/cancel", 200, Prepare: ToApprove, Wrong: Declined, Part: Refund),
        new(Order, "GET", "/returns", 200),
        new(Order, "POST", "/{id}/returns", 201, """{"items":[{"line_item_id":"{line}","quantity":1}],"reason":"Does not fit"}""", Prepare: Shipped),
        new(Order, "POST", "/{id}/returns/{part}/approve", 200, Prepare: Announced, Wrong: Rejected, Part: Return),
        new(Order, "POST", "/{id}/returns/{part}/receive", 200, Prepare: Approved, Wrong: Announced, Part: Return),
        new(Order, "POST", "/{id}/returns/{part}/inspect", 200, """{"items":[{"line_item_id":"{line}","quantity":1,"disposition":"restock"}]}""", Prepare: Received, Wrong: Announced, Part: Return),
        new(Order, "POST", "/{id}/returns/{part}/reject", 200, """{"reason":"Worn"}""", Prepare: Announced, Wrong: Approved, Part: Return),
        new(Order, "POST", "/{id}/returns/{part}/cancel", 200, Prepare: Announced, Wrong: Rejected, Part: Return),
        new(Order, "POST", "/{id}/exchanges", 201, """{"items":[{"line_item_id":"{line}","quantity":1,"new_variant_id":"{variant}"}],"reason":"Wrong color"}""", Prepare: Shipped),
        new(Order, "POST", "/{id}/exchanges/{part}/approve", 200, Prepare: Asked, Wrong: Refused, Part: Exchange),
        new(Order, "POST", "/{id}/exchanges/{part}/receive", 200, Prepare: Agreed, Wrong: Asked, Part: Exchange),
        new(Order, "POST", "/{id}/exchanges/{part}/reject", 200, """{"reason":"Worn"}""", Prepare: Asked, Wrong: Agreed, Part: Exchange),
        new(Order, "POST", "/{id}/exchanges/{part}/cancel", 200, Prepare: Asked, Wrong: Refused, Part: Exchange),
    ];

    public static async Task<string> Shipped(ApiShop shop, string order)
    {
        var reply = (await shop.Post($"{ApiShop.Orders}/{order}/fulfill", """{"carrier":"DHL"}""")).Ok();
        return reply.Json.GetProperty("fulfillments")[0].GetProperty("id").GetString()!;
    }

    private static async Task<string> Delivered(ApiShop shop, string order)
    {
        var part = await Shipped(shop, order);
        (await shop.Post($"{ApiShop.Orders}/{order}/fulfillments/{part}/deliver")).Ok();
        return part;
    }

    /// <summary>Asked for by Sam of support, beyond what the site's policy lets them refund alone.</summary>
    private static Task<string> ToApprove(ApiShop shop, string order) => shop.AskForRefund(order, 1500);

    private static Task<string> Refunded(ApiShop shop, string order) => shop.AskForRefund(order, null);

    private static async Task<string> Declined(ApiShop shop, string order)
    {
        var part = await ToApprove(shop, order);
        (await shop.Post($"{ApiShop.Orders}/{order}/refunds/{part}/decline", """{"reason":"Too late."}""")).Ok();
        return part;
    }

    private static Task<string> Announced(ApiShop shop, string order) => Back(shop, order, "returns", "");

    private static Task<string> Asked(ApiShop shop, string order) => Back(shop, order, "exchanges", $",\"new_variant_id\":\"{shop.BlueMug}\"");

    private static Task<string> Approved(ApiShop shop, string order) => Then(shop, order, "returns", Announced, "approve");

    private static Task<string> Agreed(ApiShop shop, string order) => Then(shop, order, "exchanges", Asked, "approve");

    private static Task<string> Rejected(ApiShop shop, string order) => Then(shop, order, "returns", Announced, "reject");

    private static Task<string> Refused(ApiShop shop, string order) => Then(shop, order, "exchanges", Asked, "reject");

    private static async Task<string> Received(ApiShop shop, string order) =>
        await Then(shop, order, "returns", Approved, "receive", $$"""{"items":[{"line_item_id":"{{await shop.FirstLine(order)}}","quantity":1}]}""");

    private static async Task<string> Back(ApiShop shop, string order, string kind, string also)
    {
        await Shipped(shop, order);
        return (await shop.Post($"{ApiShop.Orders}/{order}/{kind}", $$"""{"items":[{"line_item_id":"{{await shop.FirstLine(order)}}","quantity":1{{also}}}],"reason":"Wrong color"}""")).Ok(201).Text("id");
    }

    private static async Task<string> Then(ApiShop shop, string order, string kind, Func<ApiShop, string, Task<string>> before, string act, string? body = null)
    {
        var part = await before(shop, order);
        (await shop.Post($"{ApiShop.Orders}/{order}/{kind}/{part}/{act}", body)).Ok();
        return part;
    }
}
