using System.Globalization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Returns.Policy;

/// <summary>A site's return policy as it is typed.</summary>
public sealed class ReturnPolicyDraft
{
    private readonly ReturnPolicyView view;

    public ReturnPolicyDraft(ReturnPolicyView view)
    {
        this.view = view;
        var rules = view.Rules;
        WindowDays = rules.WindowDays is { } days ? Units.Write(days) : null;
        FinalSaleTags = string.Join(", ", rules.FinalSaleTags);
        Reasons = [.. rules.Reasons.Select(reason => new ReasonDraft { Name = reason.Name, ShopPays = reason.ShopPays })];
        RestockingPercent = Units.Write(rules.RestockingPercent);
        ReturnShippingFee = new Money(rules.ReturnShippingFee, view.Currency).ToPlainString();
        NeverCameAfterDays = Units.Write(rules.NeverCameAfterDays);
    }

    public Currency Currency => view.Currency;

    public int Version => view.Version;

    /// <summary>Empty is no end.</summary>
    public string? WindowDays { get; set; }

    public string? FinalSaleTags { get; set; }

    public List<ReasonDraft> Reasons { get; }

    public string? RestockingPercent { get; set; }

    /// <summary>As a plain decimal.</summary>
    public string? ReturnShippingFee { get; set; }

    public string? NeverCameAfterDays { get; set; }

    public void AddReason() => Reasons.Add(new());

    /// <summary>The rules that the fields stand for, or what cannot be read.</summary>
    public Result<ReturnRules> Rules()
    {
        var errors = new List<FieldError>();
        var window = string.IsNullOrWhiteSpace(WindowDays) ? (int?)null : Whole(WindowDays, "window_days", errors);
        var percent = Whole(RestockingPercent, "restocking_percent", errors);
        var never = Whole(NeverCameAfterDays, "never_came_after_days", errors);
        var fee = 0L;
        if (!string.IsNullOrWhiteSpace(ReturnShippingFee) && !(Currency.TryParseAmount(ReturnShippingFee.Trim(), out fee) && fee >= 0))
            errors.Add(new("return_shipping_fee", $"Write an amount such as {new Money(500, Currency).ToPlainString()}."));
        if (errors.Count > 0)
            return new Problem.Invalid(errors);
        return new ReturnRules(
            window, [.. (FinalSaleTags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. Reasons.Where(reason => !string.IsNullOrWhiteSpace(reason.Name)).Select(reason => new ReturnReason(reason.Name!.Trim(), reason.ShopPays))], percent, fee, never);
    }

    private static int Whole(string? text, string field, List<FieldError> errors)
    {
        if (int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        errors.Add(new(field, "Write a whole number."));
        return 0;
    }
}

/// <summary>One of the reasons as it is typed; without a name it goes.</summary>
public sealed class ReasonDraft
{
    public string? Name { get; set; }

    /// <summary>The shop's fault: no fees.</summary>
    public bool ShopPays { get; set; }
}
