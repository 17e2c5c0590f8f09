using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Web.Components.Refunds;

/// <summary>A site's refund policy as it is typed; amounts are plain decimals of the site's currency, and an empty one is no limit.</summary>
public sealed class PolicyForm
{
    private readonly Currency currency;

    public PolicyForm(RefundPolicyView policy, Currency currency)
    {
        this.currency = currency;
        SecondPersonAbove = Plain(policy.SecondPersonAbove);
        Limits = [.. Enum.GetValues<Role>().Where(role => role.May(Permission.RequestRefunds)).Select(role => Limit(role, policy.Limits.FirstOrDefault(each => each.Role == role)))];
        Reasons = [.. policy.Reasons.Select(reason => new ReasonField { Name = reason.Name, ProviderReason = reason.ProviderReason ?? "" })];
    }

    public string? SecondPersonAbove { get; set; }

    public IReadOnlyList<LimitFields> Limits { get; }

    public List<ReasonField> Reasons { get; }

    /// <summary>What it holds as one text: equal means that nothing was typed.</summary>
    public string Content => string.Join('\n', [SecondPersonAbove, .. Limits.Select(each => $"{each.PerRefund}\t{each.PerDay}"), .. Reasons.Select(each => $"{each.Name}\t{each.ProviderReason}")]);

    /// <summary>What is to be saved, or the amounts that cannot be read.</summary>
    public Result<RefundPolicyDetails> Details()
    {
        var errors = new List<FieldError>();
        var details = new RefundPolicyDetails(
            Read(SecondPersonAbove, "second_person_above"),
            [.. Limits.Select((each, i) => new RefundLimit(each.Role, Read(each.PerRefund, $"limits[{i}].per_refund"), Read(each.PerDay, $"limits[{i}].per_day")))],
            [.. Reasons.Select(each => new RefundReason((each.Name ?? "").Trim(), each.ProviderReason.Length == 0 ? null : each.ProviderReason))]);
        return errors.Count > 0 ? new Problem.Invalid(errors) : details;

        long? Read(string? text, string path)
        {
            if (string.IsNullOrWhiteSpace(text))
                return null;
            if (currency.TryParseAmount(text.Trim(), out var minor) && minor >= 0)
                return minor;
            errors.Add(new(path, $"Write an amount such as {new Money(currency.Decimals == 0 ? 5000 : 5000 * (currency.Decimals == 3 ? 10 : 1), currency).ToPlainString()}, or nothing for no limit."));
            return null;
        }
    }

    /// <summary>A role that the policy does not name always needs a second person: nothing without one.</summary>
    private LimitFields Limit(Role role, RefundLimit? limit) =>
        new(role) { PerRefund = Plain(limit is null ? 0 : limit.PerRefund), PerDay = Plain(limit is null ? 0 : limit.PerDay) };

    private string? Plain(long? minor) => minor is { } amount ? new Money(amount, currency).ToPlainString() : null;
}

public sealed class LimitFields(Role role)
{
    public Role Role { get; } = role;

    public string? PerRefund { get; set; }

    public string? PerDay { get; set; }
}

public sealed class ReasonField
{
    public string? Name { get; set; }

    /// <summary>Stripe's word; empty for none.</summary>
    public string ProviderReason { get; set; } = "";
}
