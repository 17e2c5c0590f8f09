using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Returns;

/// <summary>What may come back on a site, until when, and what that costs the customer.</summary>
public sealed class ReturnPolicy
{
    private ReturnPolicy() { }

    internal ReturnPolicy(Site site)
    {
        (SiteId, Currency) = (site.Id, site.Currency);
        Rules = new ReturnRules(
            WindowDays: 30, FinalSaleTags: ["final-sale"],
            Reasons:
            [
                new("Does not fit"),
                new("Changed their mind"),
                new("Not as described", ShopPays: true),
                new("Damaged or faulty", ShopPays: true),
                new("Wrong item sent", ShopPays: true),
                new("Arrived too late", ShopPays: true),
            ],
            RestockingPercent: 0, ReturnShippingFee: 0, NeverCameAfterDays: 14);
    }

    public Id<Site> SiteId { get; private set; }

    /// <summary>Of the return-shipping fee: the site's own when the policy was last changed.</summary>
    public Currency Currency { get; private set; }

    public ReturnRules Rules { get; private set; } = null!;

    public int Version { get; private set; }

    internal void Change(ReturnRules rules, Currency currency)
    {
        (Rules, Currency) = (rules, currency);
        Version++;
    }
}

/// <summary>What may come back to a site, within how many days, and what it costs; the fee is in minor units.</summary>
/// <param name="WindowDays">From delivery, else from shipping; null means that there is no end.</param>
/// <param name="FinalSaleTags">An order with one of these tags does not come back.</param>
/// <param name="RestockingPercent">0 to 100 of what the accepted units cost; 0 is none.</param>
/// <param name="ReturnShippingFee">Minor units of the site's currency, once a return; 0 is none.</param>
/// <param name="NeverCameAfterDays">When an approved return that did not come is stuck.</param>
public sealed record ReturnRules(
    int? WindowDays, IReadOnlyList<string> FinalSaleTags, IReadOnlyList<ReturnReason> Reasons, int RestockingPercent, long ReturnShippingFee, int NeverCameAfterDays);

/// <summary>A reason that staff can choose for a return.</summary>
/// <param name="ShopPays">The shop's fault: no fees.</param>
public sealed record ReturnReason(string Name, bool ShopPays = false);

/// <summary>A site's return policy as it stands.</summary>
/// <param name="Currency">Of the return-shipping fee.</param>
public sealed record ReturnPolicyView(Id<Site> SiteId, Currency Currency, ReturnRules Rules, int Version);
