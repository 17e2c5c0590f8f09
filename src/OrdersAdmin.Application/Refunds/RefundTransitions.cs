using OrdersAdmin.Kernel;
using static OrdersAdmin.Refunds.RefundAction;
using static OrdersAdmin.Refunds.RefundState;

namespace OrdersAdmin.Refunds;

/// <summary>Where a refund is.</summary>
public enum RefundState
{
    Requested = 1,
    AwaitingApproval = 2,
    Approved = 3,

    /// <summary>A request to the provider is committed; it may or may not have arrived.</summary>
    Sending = 4,

    /// <summary>The provider has it and pays it out.</summary>
    Pending = 5,

    /// <summary>The customer has to do something at the provider.</summary>
    RequiresAction = 6,

    Succeeded = 7,

    /// <summary>The provider could not pay it out; the money is the shop's again.</summary>
    Failed = 8,

    /// <summary>Taken back before the money moved.</summary>
    Canceled = 9,

    /// <summary>The provider refused it; no money moved.</summary>
    Rejected = 10,

    /// <summary>Nobody knows whether the provider has it; it is looked for.</summary>
    Unknown = 11,

    /// <summary>A manager said no.</summary>
    Declined = 12,
}

/// <summary>What can happen to a refund.</summary>
public enum RefundAction
{
    Submit = 1,
    Edit = 2,
    Approve = 3,
    Decline = 4,
    Cancel = 5,

    /// <summary>The approval no longer holds at the moment of sending.</summary>
    Recall = 6,

    Send = 7,

    /// <summary>The provider's state of it was read.</summary>
    Report = 8,

    /// <summary>The provider refused it definitely.</summary>
    Reject = 9,

    /// <summary>No answer that could be trusted.</summary>
    LoseTrack = 10,
}

/// <summary>The refund machine.</summary>
public static class RefundTransitions
{
    public static readonly TransitionTable<RefundState, RefundAction> Table = new(start: Requested)
    {
        { Requested,        Submit,    AwaitingApproval },
        { Requested,        Submit,    Approved },
        { AwaitingApproval, Edit,      AwaitingApproval },
        { AwaitingApproval, Edit,      Approved },
        { AwaitingApproval, Approve,   Approved },
        { AwaitingApproval, Decline,   Declined },
        { AwaitingApproval, Cancel,    Canceled },
        { Approved,         Edit,      AwaitingApproval },
        { Approved,         Edit,      Approved },
        { Approved,         Cancel,    Canceled },
        { Approved,         Recall,    AwaitingApproval },
        { Approved,         Send,      Sending },
        { Sending,          Report,    Pending },
        { Sending,          Report,    RequiresAction },
        { Sending,          Report,    Succeeded },
        { Sending,          Report,    Failed },
        { Sending,          Report,    Canceled },
        { Sending,          Reject,    Rejected },
        { Sending,          LoseTrack, Unknown },
        { Unknown,          Report,    Pending },
        { Unknown,          Report,    RequiresAction },
        { Unknown,          Report,    Succeeded },
        { Unknown,          Report,    Failed },
        { Unknown,          Report,    Canceled },
        { Unknown,          Reject,    Rejected },
        { Unknown,          Send,      Sending },
        { Pending,          Report,    RequiresAction },
        { Pending,          Report,    Succeeded },
        { Pending,          Report,    Failed },
        { Pending,          Report,    Canceled },
        { RequiresAction,   Report,    Pending },
        { RequiresAction,   Report,    Succeeded },
        { RequiresAction,   Report,    Failed },
        { RequiresAction,   Report,    Canceled },
        { Succeeded,        Report,    Failed },
    };

    /// <summary>Whether the units of such a refund count as given back, or about to be.</summary>
    public static bool Holds(this RefundState state) => state is not (Failed or Canceled or Rejected or Declined);

    /// <summary>Whether a request may have reached the provider and its outcome is open.</summary>
    public static bool IsUnderWay(this RefundState state) => state is Sending or Unknown or Pending or RequiresAction;
}
