using OrdersAdmin.Exchanges;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Exchanges;

/// <summary>The words and icons of an exchange's states and of its difference in price.</summary>
public static class ExchangeLooks
{
    public static Look Of(ExchangeStatus status) => status switch
    {
        ExchangeStatus.Requested => new("warn", "clock", "Exchange requested"),
        ExchangeStatus.Approved => new("info", "half", "Exchange approved"),
        ExchangeStatus.Completed => new("good", "check", "Exchanged"),
        ExchangeStatus.Rejected => new("quiet", "cross", "Rejected"),
        ExchangeStatus.Cancelled => new("quiet", "cross", "Cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static Look Of(DifferenceState state) => state switch
    {
        DifferenceState.None => new("quiet", "check", "No difference"),
        DifferenceState.CustomerOwes => new("warn", "clock", "To be asked for"),
        DifferenceState.PaymentRequested => new("info", "clock", "Asked for"),
        DifferenceState.Paid => new("good", "check", "Paid"),
        DifferenceState.Waived => new("quiet", "check", "Waived"),
        DifferenceState.WeOwe => new("warn", "clock", "To be refunded"),
        DifferenceState.RefundRequested => new("info", "check", "Handed to a refund"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Name(ExchangeTab tab) => tab switch
    {
        ExchangeTab.Open => "Open",
        ExchangeTab.Requested => "To approve",
        ExchangeTab.Approved => "Under way",
        ExchangeTab.Completed => "Completed",
        ExchangeTab.Refused => "Refused",
        ExchangeTab.All => "All",
        _ => throw new ArgumentOutOfRangeException(nameof(tab)),
    };
}
