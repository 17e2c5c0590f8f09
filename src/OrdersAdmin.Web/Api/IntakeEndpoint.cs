using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Web.Api;

/// <summary>Orders coming in from a sales channel.</summary>
internal static class IntakeEndpoint
{
    public static void MapIntake(this RouteGroupBuilder orders) =>
        orders.MapPost("", Create).Writes().WithMetadata(new KeyRequired()).WithSummary("Bring an order in")
            .Accepts<IntakeOrder>("application/json").Produces<OrderDocument>(201).Produces<OrderDocument>();

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
