using OrdersAdmin.Kernel;
using static OrdersAdmin.Returns.ReturnAction;
using static OrdersAdmin.Returns.ReturnStatus;

namespace OrdersAdmin.Returns;

/// <summary>Where a return is.</summary>
public enum ReturnStatus
{
    Requested = 1,

    /// <summary>It has an RMA number; the goods are expected.</summary>
    Approved = 2,

    PartiallyReceived = 3,

    /// <summary>Nothing more is expected.</summary>
    Received = 4,

    /// <summary>Everything that came has been decided on.</summary>
    Closed = 5,

    Rejected = 6,
    Cancelled = 7,
}

/// <summary>What can happen to a return.</summary>
public enum ReturnAction
{
    Approve = 1,
    Reject = 2,
    Cancel = 3,
    Receive = 4,
    Inspect = 5,
    Close = 6,
}

/// <summary>The return machine.</summary>
public static class ReturnTransitions
{
    public static readonly TransitionTable<ReturnStatus, ReturnAction> Table = new(start: Requested)
    {
        { Requested,         Approve, Approved },
        { Requested,         Reject,  Rejected },
        { Requested,         Cancel,  Cancelled },
        { Approved,          Cancel,  Cancelled },
        { Approved,          Receive, PartiallyReceived },
        { Approved,          Receive, Received },
        { PartiallyReceived, Receive, PartiallyReceived },
        { PartiallyReceived, Receive, Received },
        { PartiallyReceived, Inspect, PartiallyReceived },
        { Received,          Inspect, Received },
        { PartiallyReceived, Close,   Closed },
        { Received,          Close,   Closed },
    };

    /// <summary>Units of it are still expected, or may become so.</summary>
    public static bool Announces(this ReturnStatus status) => status is Requested or Approved or PartiallyReceived;
}
