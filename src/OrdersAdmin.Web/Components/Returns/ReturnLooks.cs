using OrdersAdmin.Returns;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Returns;

/// <summary>The words and icons of a return's states and of what becomes of its units.</summary>
public static class ReturnLooks
{
    public static Look Of(ReturnStatus status) => status switch
    {
        ReturnStatus.Requested => new("warn", "clock", "Return requested"),
        ReturnStatus.Approved => new("info", "half", "Return approved"),
        ReturnStatus.PartiallyReceived => new("info", "half", "Partially received"),
        ReturnStatus.Received => new("good", "receive", "Received"),
        ReturnStatus.Closed => new("quiet", "check", "Closed"),
        ReturnStatus.Rejected => new("quiet", "cross", "Rejected"),
        ReturnStatus.Cancelled => new("quiet", "cross", "Cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Name(ReturnTab tab) => tab switch
    {
        ReturnTab.Open => "Open",
        ReturnTab.Requested => "To approve",
        ReturnTab.Expected => "On the way",
        ReturnTab.Received => "To inspect",
        ReturnTab.Closed => "Closed",
        ReturnTab.Refused => "Refused",
        ReturnTab.All => "All",
        _ => throw new ArgumentOutOfRangeException(nameof(tab)),
    };

    public static string Name(Disposition disposition) => disposition switch
    {
        Disposition.Restock => "Restock",
        Disposition.Quarantine => "Quarantine",
        Disposition.Discard => "Discard",
        Disposition.Missing => "Missing",
        _ => throw new ArgumentOutOfRangeException(nameof(disposition)),
    };

    /// <summary>What was done with units: "restocked".</summary>
    public static string Done(Disposition disposition) => disposition switch
    {
        Disposition.Restock => "restocked",
        Disposition.Quarantine => "in quarantine",
        Disposition.Discard => "discarded",
        Disposition.Missing => "missing",
        _ => throw new ArgumentOutOfRangeException(nameof(disposition)),
    };
}
