using OrdersAdmin.Kernel;
using static OrdersAdmin.Exchanges.ExchangeAction;
using static OrdersAdmin.Exchanges.ExchangeStatus;

namespace OrdersAdmin.Exchanges;

/// <summary>Where an exchange is.</summary>
public enum ExchangeStatus
{
    Requested = 1,

    /// <summary>The replacement is kept on the shelf, the goods are expected, the difference is due.</summary>
    Approved = 2,

    /// <summary>The replacement has left, the goods are here or need not come, the difference is settled.</summary>
    Completed = 3,

    Rejected = 4,
    Cancelled = 5,
}

/// <summary>What can happen to an exchange.</summary>
public enum ExchangeAction
{
    Approve = 1,
    Reject = 2,
    Cancel = 3,

    /// <summary>The goods came, or need not come any more.</summary>
    Receive = 4,

    /// <summary>The difference was asked for, paid, waived or handed to a refund; to another one where somebody said no to the first.</summary>
    Settle = 5,

    /// <summary>Replacement units left.</summary>
    Ship = 6,

    /// <summary>They did not leave after all.</summary>
    Unship = 7,
}

/// <summary>The exchange machine.</summary>
public static class ExchangeTransitions
{
    public static readonly TransitionTable<ExchangeStatus, ExchangeAction> Table = new(start: Requested)
    {
        { Requested, Approve, Approved },
        { Requested, Reject,  Rejected },
        { Requested, Cancel,  Cancelled },
        { Approved,  Cancel,  Cancelled },
        { Approved,  Receive, Approved },
        { Approved,  Receive, Completed },
        { Approved,  Settle,  Approved },
        { Approved,  Settle,  Completed },
        { Approved,  Ship,    Approved },
        { Approved,  Ship,    Completed },
        { Completed, Settle,  Completed },
        { Approved,  Unship,  Approved },
        { Completed, Unship,  Approved },
    };
}
