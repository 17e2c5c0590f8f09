using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Returns;

/// <summary>Reading and changing a site's return policy; a site that never changed it has the default.</summary>
public sealed class ReturnPolicyWorkflow(OrdersDatabase database)
{
    private const string Missing = "There is no such site.";

    public Task<Result<ReturnPolicyView>> Get(Actor actor, Id<Site> siteId) => database.Read<Result<ReturnPolicyView>>(async db =>
        (await Access.Of(db, actor)).Check(Permission.ViewOrders, siteId, Missing) is { } problem ? problem
        : await Find(db, siteId) is { } policy ? View(policy)
        : new Problem.NotFound(Missing));

    /// <summary>Owners only. It counts from the next return on; what was announced keeps its verdict.</summary>
    public Task<Result<ReturnPolicyView>> Change(Actor actor, Id<Site> siteId, ReturnRules rules, int expectedVersion, CancellationToken cancel = default) =>
        database.Write<ReturnPolicyView>(async db =>
        {
            if ((await Access.Of(db, actor)).Check(Permission.ManageReturnPolicy, siteId, Missing) is { } problem)
                return problem;
            if (Check(rules) is { } wrong)
                return wrong;
            if (await Find(db, siteId) is not { } policy)
                return new Problem.NotFound(Missing);
            if (policy.Version != expectedVersion)
                return new Problem.Stale("Somebody else changed this return policy. Look at it again before you save.");
            if (db.Entry(policy).State == EntityState.Detached)
                db.ReturnPolicies.Add(policy);
            policy.Change(
                rules with { FinalSaleTags = [.. rules.FinalSaleTags.Select(tag => tag.Trim())], Reasons = [.. rules.Reasons.Select(reason => reason with { Name = reason.Name.Trim() })] },
                await db.Sites.Where(site => site.Id == siteId).Select(site => site.Currency).SingleAsync());
            return View(policy);
        }, cancel);

    internal static async Task<ReturnPolicy?> Find(OrdersContext db, Id<Site> siteId) =>
        await db.ReturnPolicies.SingleOrDefaultAsync(policy => policy.SiteId == siteId)
        ?? (await db.Sites.SingleOrDefaultAsync(site => site.Id == siteId) is { } site ? new ReturnPolicy(site) : null);

    private static ReturnPolicyView View(ReturnPolicy policy) => new(policy.SiteId, policy.Currency, policy.Rules, policy.Version);

    private static Problem.Invalid? Check(ReturnRules rules)
    {
        var errors = new List<FieldError>();
        if (rules.WindowDays is < 1 or > 3650)
            errors.Add(new("window_days", "The window is from 1 to 3,650 days, or left open."));
        if (rules.RestockingPercent is < 0 or > 100)
            errors.Add(new("restocking_percent", "The restocking fee is from 0 to 100 percent."));
        if (rules.ReturnShippingFee is < 0 or > 1_000_000_000)
            errors.Add(new("return_shipping_fee", "The fee cannot be negative."));
        if (rules.NeverCameAfterDays is < 1 or > 365)
            errors.Add(new("never_came_after_days", "From 1 to 365 days."));
        if (rules.FinalSaleTags.Count > OrderWorkflow.MostTags)
            errors.Add(new("final_sale_tags", $"At most {OrderWorkflow.MostTags} tags."));
        for (var i = 0; i < rules.FinalSaleTags.Count; i++)
            if (rules.FinalSaleTags[i].Trim().Length is 0 or > OrderWorkflow.LongestTag)
                errors.Add(new($"final_sale_tags[{i}]", $"A tag has 1 to {OrderWorkflow.LongestTag} characters."));
        if (rules.Reasons.Count is 0 or > 50)
            errors.Add(new("reasons", "Name 1 to 50 reasons."));
        for (var i = 0; i < rules.Reasons.Count; i++)
            if (rules.Reasons[i].Name.Trim() is var name && (name.Length is 0 or > 100 || rules.Reasons.Take(i).Any(each => each.Name.Trim() == name)))
                errors.Add(new($"reasons[{i}].name", "Each reason has a name of its own, of at most 100 characters."));
        return errors.Count > 0 ? new(errors) : null;
    }
}
