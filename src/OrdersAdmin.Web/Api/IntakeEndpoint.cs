using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Sites;
using OrdersAdmin.Web.Api.OpenApi;

namespace OrdersAdmin.Web.Api;

/// <summary>Orders coming in from a sales channel.</summary>
internal static class IntakeEndpoint
{
    private const string Sample = """
        {"channel_name":"Marketplace","external_order_reference":"M-1042","created_on":"2026-05-01T09:30:00Z","currency":"EUR","price_tax_interpretation":"INCLUSIVE",
         "customer":{"email":"buyer@example.com","name":"A. Buyer"},"line_items":[{"sku":"TOTE-NAT","name":"Linen Tote, natural","quantity":1,"unit_price":4200}],
         "totals":{"subtotal":4200,"shipping":500,"tax":784,"discount":0,"total":4700},"payments":[{"provider":"stripe","intent_id":"pi_1","captured":4700}],
         "fulfillment_status":"PENDING","inventory_behavior":"DEDUCT","shopper_fulfillment_notification_behavior":"SKIP"}
        """;

    public static void MapIntake(this RouteGroupBuilder orders) =>
        orders.MapPost("", Create).Writes().WithMetadata(new KeyRequired()).WithSummary("Bring an order in")
            .Takes<IntakeOrder>(Sample).Produces<OrderDocument>(201).Produces<OrderDocument>();

    private static async Task<ApiAnswer> Create(ApiCall call, IntakeWorkflow workflow, SiteQueries sites, OrderAnswers answers)
    {
        if (!call.Body.Element().TryGet(out var json, out var wrong) || !IntakeOrderJson.Read(json).TryGet(out var order, out wrong))
            return ProblemHttp.Malformed((Problem.Invalid)wrong);
        var site = await Site(call, order.SiteSlug, sites);
        if (site is null)
            return ProblemHttp.Malformed(new Problem.Invalid("site_slug", order.SiteSlug is null ? "This token is for several sites: name one with site_slug." : "The token is not for a site of this name."));
        return (await workflow.TakeIn(call.Actor, site.Id, order, call.Cancel)).TryGet(out var taken, out var problem)
            ? await answers.Now(call, taken.OrderId, taken.AlreadyHere ? 200 : 201)
            : ProblemHttp.Of(problem);
    }

    private static async Task<SiteView?> Site(ApiCall call, string? slug, SiteQueries sites)
    {
        var mine = await sites.List(call.Actor);
        return slug is null ? mine is [var only] ? only : null : mine.FirstOrDefault(site => site.Slug == slug);
    }
}
