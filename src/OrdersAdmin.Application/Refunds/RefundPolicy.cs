using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>Who may refund how much on a site without a second person, and for which reasons. Amounts are minor units of the site's currency.</summary>
public sealed class RefundPolicy
{
    private RefundPolicy() { }

    internal RefundPolicy(Site site)
    {
        const long modest = 100;
        var unit = site.Currency.Decimals == 3 ? 1000 : 100;
        (SiteId, Currency) = (site.Id, site.Currency);
        SecondPersonAbove = 25 * modest * unit;
        Limits =
        [
            new(Role.Support, modest * unit, 5 * modest * unit),
            new(Role.Manager, 10 * modest * unit, null),
            new(Role.Owner, null, null),
        ];
        Reasons =
        [
            new("Customer changed their mind", "requested_by_customer"),
            new("Damaged or faulty"),
            new("Lost or late delivery"),
            new("Wrong item sent"),
            new("Out of stock"),
            new("Ordered twice", "duplicate"),
            new("Goodwill"),
        ];
    }

    public Id<Site> SiteId { get; private set; }

    /// <summary>Of the limits: the site's own when the policy was last changed.</summary>
    public Currency Currency { get; private set; }

    /// <summary>Above this a second person decides, whoever asks; null means that the roles' limits are all there is.</summary>
    public long? SecondPersonAbove { get; private set; }

    /// <summary>A role that is missing always needs a second person.</summary>
    public IReadOnlyList<RefundLimit> Limits { get; private set; } = [];

    public IReadOnlyList<RefundReason> Reasons { get; private set; } = [];

    public int Version { get; private set; }

    /// <summary>Why a second person has to decide, or null.</summary>
    /// <param name="inLastDay">What this person refunded without anybody's approval in the last 24 hours.</param>
    internal string? WhyApproval(Role role, long amount, long inLastDay, Currency currency)
    {
        var limit = LimitOf(role);
        if (limit is { PerRefund: null, PerDay: null } && (SecondPersonAbove is null || (currency == Currency && amount <= SecondPersonAbove)))
            return null;
        if (currency != Currency)
            return $"The limits are in {Currency}, this order is in {currency}.";
        if (amount > limit.PerRefund)
            return $"It is above the requester's limit of {new Money(limit.PerRefund.Value, currency)}.";
        if (amount + inLastDay > limit.PerDay)
            return $"It goes beyond the requester's {new Money(limit.PerDay.Value, currency)} in 24 hours.";
        return amount > SecondPersonAbove ? $"Above {new Money(SecondPersonAbove.Value, currency)} a second person decides." : null;
    }

    /// <summary>Whether this role may approve so much.</summary>
    internal bool MayApprove(Role role, long amount, Currency currency) =>
        LimitOf(role).PerRefund is not { } limit || (currency == Currency && amount <= limit);

    internal void Change(RefundPolicyDetails details, Currency currency)
    {
        (SecondPersonAbove, Limits, Reasons, Currency) = (details.SecondPersonAbove, details.Limits, details.Reasons, currency);
        Version++;
    }

    private RefundLimit LimitOf(Role role) => Limits.FirstOrDefault(limit => limit.Role == role) ?? new(role, 0, 0);
}

/// <summary>How much a role may refund without a second person, in minor units.</summary>
/// <param name="PerRefund">Null means no limit.</param>
/// <param name="PerDay">In 24 hours; null means no limit.</param>
public sealed record RefundLimit(Role Role, long? PerRefund, long? PerDay);

/// <summary>A reason that staff can choose for a refund.</summary>
/// <param name="ProviderReason">Stripe's word: requested_by_customer, duplicate, or fraudulent, which also blocks the card for ever.</param>
public sealed record RefundReason(string Name, string? ProviderReason = null);

/// <summary>What an owner sets for a site's refunds; amounts are minor units of its currency.</summary>
public sealed record RefundPolicyDetails(long? SecondPersonAbove, IReadOnlyList<RefundLimit> Limits, IReadOnlyList<RefundReason> Reasons);

/// <summary>A site's refund policy as it stands.</summary>
/// <param name="Currency">Of all limits.</param>
public sealed record RefundPolicyView(
    Id<Site> SiteId, Currency Currency, long? SecondPersonAbove, IReadOnlyList<RefundLimit> Limits, IReadOnlyList<RefundReason> Reasons, int Version);
