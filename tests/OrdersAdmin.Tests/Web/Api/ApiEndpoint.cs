using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Web.Api;

/// <summary>A row of the table that the contract tests are made from: one endpoint, a body that it takes, and an order in a state that permits it or not.</summary>
/// <param name="Path">Below the orders; {id} is the order's, {part} the part's that <paramref name="Prepare"/> names.</param>
/// <param name="Prepare">Brings an order into the state that permits the act, and names its part.</param>
/// <param name="Wrong">Brings an order into a state that does not; null where every state permits it.</param>
/// <param name="Part">An id of the part's kind that nothing has.</param>
internal sealed record ApiEndpoint(
    string Method, string Path, int Status, string? Body = null,
    Func<ApiShop, OrderDocument, Task<string>>? Prepare = null, Func<ApiShop, OrderDocument, Task<string>>? Wrong = null, string? Part = null)
{
    private const string Return = "ret_00000000000000000000000001";
    private const string Exchange = "exc_00000000000000000000000001";
    private const string UnknownOrder = "ord_00000000000000000000000001";

    public static IReadOnlyList<ApiEndpoint> All { get; } =
    [
        new("GET", "", 200),
        new("GET", "/{id}", 200),
        new("GET", "/by-number/{number}", 200),
        new("GET", "/{id}/timeline", 200),
        new("POST", "", 201, """{"channel_name":"market","external_order_reference":"M-1","created_on":"2026-03-01T10:00:00Z","line_items":[{"name":"Mug","quantity":1,"unit_price":1000}],"totals":{"subtotal":1000,"total":1000}}"""),
        new("PATCH", "/{id}", 200, """{"note":"call first"}"""),
        new("POST", "/{id}/cancel", 200, """{"reason":"ordered twice"}""", Wrong: Shipped),
        new("POST", "/{id}/fulfill", 200, """{"carrier":"USPS","tracking_number":"9400111202555582846137"}""", Wrong: Shipped),
        new("POST", "/{id}/fulfillments/{part}/deliver", 200, Prepare: Shipped, Wrong: Delivered, Part: "ful_00000000000000000000000001"),
        new("POST", "/{id}/fulfillments/{part}/cancel", 200, Prepare: Shipped, Wrong: Delivered, Part: "ful_00000000000000000000000001"),
        new("POST", "/{id}/refund", 202, """{"amount":1500,"reason":"Buyer request"}""", Wrong: Refunded),
        new("POST", "/{id}/refunds/{part}/approve", 202, Prepare: ToApprove, Wrong: Declined, Part: "ref_00000000000000000000000001"),
        new("POST", "/{id}/refunds/{part}/decline", 200, """{"reason":"out of time"}""", Prepare: ToApprove, Wrong: Declined, Part: "ref_00000000000000000000000001"),
        new("POST", "/{id}/refunds/{part}/cancel", 200, Prepare: ToApprove, Wrong: Declined, Part: "ref_00000000000000000000000001"),
        new("GET", "/returns", 200),
        new("POST", "/{id}/returns", 201, """{"items":[{"line_item_id":"{line}","quantity":1}],"reason":"Does not fit"}""", Prepare: Shipped),
        new("POST", "/{id}/returns/{part}/approve", 200, Prepare: Announced, Wrong: Rejected, Part: Return),
        new("POST", "/{id}/returns/{part}/receive", 200, Prepare: Approved, Wrong: Announced, Part: Return),
        new("POST", "/{id}/returns/{part}/inspect", 200, """{"items":[{"line_item_id":"{line}","quantity":1,"disposition":"restock"}]}""", Prepare: Received, Wrong: Announced, Part: Return),
        new("POST", "/{id}/returns/{part}/reject", 200, """{"reason":"Worn"}""", Prepare: Announced, Wrong: Approved, Part: Return),
        new("POST", "/{id}/returns/{part}/cancel", 200, Prepare: Announced, Wrong: Rejected, Part: Return),
        new("POST", "/{id}/exchanges", 201, """{"items":[{"line_item_id":"{line}","quantity":1,"new_variant_id":"{variant}"}],"reason":"Wrong color"}""", Prepare: Shipped),
        new("POST", "/{id}/exchanges/{part}/approve", 200, Prepare: Asked, Wrong: Refused, Part: Exchange),
        new("POST", "/{id}/exchanges/{part}/receive", 200, Prepare: Agreed, Wrong: Asked, Part: Exchange),
        new("POST", "/{id}/exchanges/{part}/reject", 200, """{"reason":"Worn"}""", Prepare: Asked, Wrong: Agreed, Part: Exchange),
        new("POST", "/{id}/exchanges/{part}/cancel", 200, Prepare: Asked, Wrong: Refused, Part: Exchange),
    ];

    public bool Changes => Method != "GET";

    public bool IsOfAnOrder => Path.Contains("{id}", StringComparison.Ordinal);

    public bool IsVersioned => Changes && IsOfAnOrder;

    public string Name => $"{Method} {Path}";

    public string At(OrderDocument order, string? part = null) => ApiShop.Orders + Path
        .Replace("{id}", order.Id.ToString(), StringComparison.Ordinal)
        .Replace("{number}", order.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{part}", part ?? Part, StringComparison.Ordinal);

    public string Nowhere => ApiShop.Orders + Path.Replace("{id}", UnknownOrder, StringComparison.Ordinal).Replace("{number}", "999999", StringComparison.Ordinal).Replace("{part}", Part, StringComparison.Ordinal);

    public static async Task<string> Shipped(ApiShop shop, OrderDocument order)
    {
        var reply = (await shop.Post($"{ApiShop.Orders}/{order.Id}/fulfill", """{"carrier":"DHL"}""")).Ok();
        return reply.Json.GetProperty("fulfillments")[0].GetProperty("id").GetString()!;
    }

    private static async Task<string> Delivered(ApiShop shop, OrderDocument order)
    {
        var part = await Shipped(shop, order);
        (await shop.Post($"{ApiShop.Orders}/{order.Id}/fulfillments/{part}/deliver")).Ok();
        return part;
    }

    private static async Task<string> Refunded(ApiShop shop, OrderDocument order)
    {
        await ToApprove(shop, order, "everything");
        return "";
    }

    private static Task<string> ToApprove(ApiShop shop, OrderDocument order) => ToApprove(shop, order, "part");

    /// <summary>Asked for by Sam of support, beyond what the site's policy lets them refund alone.</summary>
    private static Task<string> ToApprove(ApiShop shop, OrderDocument order, string what) => shop.AskForRefund(order, what == "everything" ? null : 1500);

    private static async Task<string> Declined(ApiShop shop, OrderDocument order)
    {
        var part = await ToApprove(shop, order);
        (await shop.Post($"{ApiShop.Orders}/{order.Id}/refunds/{part}/decline", """{"reason":"Too late."}""")).Ok();
        return part;
    }

    private static Task<string> Announced(ApiShop shop, OrderDocument order) => Back(shop, order, "returns", "");

    private static Task<string> Asked(ApiShop shop, OrderDocument order) => Back(shop, order, "exchanges", $",\"new_variant_id\":\"{shop.BlueMug}\"");

    private static Task<string> Approved(ApiShop shop, OrderDocument order) => Then(shop, order, "returns", Announced, "approve");

    private static Task<string> Agreed(ApiShop shop, OrderDocument order) => Then(shop, order, "exchanges", Asked, "approve");

    private static Task<string> Rejected(ApiShop shop, OrderDocument order) => Then(shop, order, "returns", Announced, "reject");

    private static Task<string> Refused(ApiShop shop, OrderDocument order) => Then(shop, order, "exchanges", Asked, "reject");

    private static Task<string> Received(ApiShop shop, OrderDocument order) =>
        Then(shop, order, "returns", Approved, "receive", $$"""{"items":[{"line_item_id":"{{order.Items[0].Id}}","quantity":1}]}""");

    private static async Task<string> Back(ApiShop shop, OrderDocument order, string kind, string also)
    {
        await Shipped(shop, order);
        return (await shop.Post($"{ApiShop.Orders}/{order.Id}/{kind}", $$"""{"items":[{"line_item_id":"{{order.Items[0].Id}}","quantity":1{{also}}}],"reason":"Wrong color"}""")).Ok(201).Text("id");
    }

    private static async Task<string> Then(ApiShop shop, OrderDocument order, string kind, Func<ApiShop, OrderDocument, Task<string>> before, string act, string? body = null)
    {
        var part = await before(shop, order);
        (await shop.Post($"{ApiShop.Orders}/{order.Id}/{kind}/{part}/{act}", body)).Ok();
        return part;
    }
}
