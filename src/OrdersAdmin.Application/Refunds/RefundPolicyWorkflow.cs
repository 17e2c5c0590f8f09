using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>Reading and changing a site's refund policy; a site that never changed it has the default.</summary>
public sealed class RefundPolicyWorkflow(OrdersDatabase database)
{
    private const string Missing = "There is no such site.";

    public Task<Result<RefundPolicyView>> Get(Actor actor, Id<Site> siteId) => database.Read<Result<RefundPolicyView>>(async db =>
        (await Access.Of(db, actor)).Check(Permission.RequestRefunds, siteId, Missing) is { } problem ? problem
        : await Find(db, siteId) is { } policy ? View(policy)
        : new Problem.NotFound(Missing));

    /// <summary>Owners only. Limits count from the next request on; what was approved stays approved.</summary>
    public Task<Result<RefundPolicyView>> Change(Actor actor, Id<Site> siteId, RefundPolicyDetails details, int expectedVersion, CancellationToken cancel = default) =>
        database.Write<RefundPolicyView>(async db =>
        {
            if ((await Access.Of(db, actor)).Check(Permission.ManageRefundPolicy, siteId, Missing) is { } problem)
                return problem;
            if (Check(details) is { } wrong)
                return wrong;
            if (await Find(db, siteId) is not { } policy)
                return new Problem.NotFound(Missing);
            if (policy.Version != expectedVersion)
                return new Problem.Stale("Somebody else changed this refund policy. Look at it again before you save.");
            if (db.Entry(policy).State == EntityState.Detached)
                db.RefundPolicies.Add(policy);
            policy.Change(details, await db.Sites.Where(site => site.Id == siteId).Select(site => site.Currency).SingleAsync());
            return View(policy);
        }, cancel);

    internal static async Task<RefundPolicy?> Find(OrdersContext db, Id<Site> siteId) =>
        await db.RefundPolicies.SingleOrDefaultAsync(policy => policy.SiteId == siteId)
        ?? (await db.Sites.SingleOrDefaultAsync(site => site.Id == siteId) is { } site ? new RefundPolicy(site) : null);

    private static RefundPolicyView View(RefundPolicy policy) =>
        new(policy.SiteId, policy.Currency, policy.SecondPersonAbove, policy.Limits, policy.Reasons, policy.Version);

    private static Problem.Invalid? Check(RefundPolicyDetails details)
    {
        var errors = new List<FieldError>();
        if (details.SecondPersonAbove < 0)
            errors.Add(new("second_person_above", "The amount cannot be negative."));
        for (var i = 0; i < details.Limits.Count; i++)
        {
            if (details.Limits[i] is { PerRefund: < 0 } or { PerDay: < 0 })
                errors.Add(new($"limits[{i}]", "A limit cannot be negative."));
            if (!Enum.IsDefined(details.Limits[i].Role) || details.Limits.Take(i).Any(each => each.Role == details.Limits[i].Role))
                errors.Add(new($"limits[{i}].role", "Each role has one limit."));
        }
        if (details.Reasons.Count is 0 or > 50)
            errors.Add(new("reasons", "Name 1 to 50 reasons."));
        for (var i = 0; i < details.Reasons.Count; i++)
        {
            if (details.Reasons[i].Name.Trim().Length is 0 or > 100 || details.Reasons.Take(i).Any(each => each.Name == details.Reasons[i].Name))
                errors.Add(new($"reasons[{i}].name", "Each reason has a name of its own, of at most 100 characters."));
            if (details.Reasons[i].ProviderReason is not (null or "duplicate" or "fraudulent" or "requested_by_customer"))
                errors.Add(new($"reasons[{i}].provider_reason", "Stripe knows duplicate, fraudulent and requested_by_customer."));
        }
        return errors.Count > 0 ? new(errors) : null;
    }
}
