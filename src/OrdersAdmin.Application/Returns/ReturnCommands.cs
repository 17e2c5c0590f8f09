using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Returns;

/// <summary>Announce that shipped units of an order come back.</summary>
/// <param name="Reason">One of the site's reasons.</param>
/// <param name="Note">For staff.</param>
/// <param name="Approve">Approves it in the same act.</param>
/// <param name="Notify">With the approval, writes to the buyer where to send it.</param>
/// <param name="OverrideReason">Why the policy does not count this time; managers only, and recorded.</param>
/// <param name="ExpectedVersion">The order's version that the decision was made on; null accepts any.</param>
/// <param name="RequestKey">Same key, same return. At most 100 characters.</param>
public sealed record RequestReturn(
    IReadOnlyList<ReturnItem> Items, string Reason, string? Note = null, bool Approve = false, bool Notify = true, string? OverrideReason = null,
    int? ExpectedVersion = null, string? RequestKey = null);

/// <summary>Units of a line that come back, at least 1.</summary>
public sealed record ReturnItem(Id<LineItem> LineItemId, int Quantity);

/// <summary>Approve a return; its RMA number is issued.</summary>
/// <param name="ExpectedVersion">The return's version; null accepts any. So it is in the commands below.</param>
public sealed record ApproveReturn(bool Notify = true, int? ExpectedVersion = null);

/// <summary>Reject a return, with a reason.</summary>
/// <param name="Reason">For staff.</param>
/// <param name="CustomerSentence">What the buyer reads; without it nothing is sent.</param>
public sealed record RejectReturn(string Reason, string? CustomerSentence = null, int? ExpectedVersion = null);

/// <summary>Goods arrived.</summary>
/// <param name="Items">Null means everything that is still expected.</param>
/// <param name="Unexpected">What was in the parcel and is not expected back.</param>
/// <param name="RequestKey">Same key, same receipt: sending twice receives once. At most 100 characters.</param>
public sealed record ReceiveReturn(
    IReadOnlyList<ReceivedItem>? Items = null, IReadOnlyList<UnexpectedItem>? Unexpected = null, string? Note = null, int? ExpectedVersion = null, string? RequestKey = null);

/// <summary>Units of a line that arrived, or should have been in the parcel and were not. A line may be named once for each grade.</summary>
/// <param name="Missing">Units that are not expected any more: they were not in the parcel.</param>
/// <param name="Grade">Decides at once what becomes of them; null leaves that to an inspection.</param>
/// <param name="Accepted">Whether they are to be paid for; only with a grade.</param>
public sealed record ReceivedItem(Id<LineItem> LineItemId, int Quantity, int Missing = 0, Disposition? Grade = null, string? Note = null, bool Accepted = true);

/// <summary>Units that arrived and were not announced.</summary>
/// <param name="What">SKU, name or code, as it was scanned or described.</param>
public sealed record UnexpectedItem(string What, int Quantity, string? Note = null);

/// <summary>Decide what becomes of units that arrived.</summary>
/// <param name="RequestKey">Same key, same inspection. At most 100 characters.</param>
public sealed record InspectReturn(IReadOnlyList<InspectedItem> Items, int? ExpectedVersion = null, string? RequestKey = null);

/// <summary>Units of a line and where they go.</summary>
/// <param name="Accepted">Whether they are to be paid for; what is missing never is.</param>
public sealed record InspectedItem(Id<LineItem> LineItemId, int Quantity, Disposition Disposition, string? Note = null, bool Accepted = true);

/// <summary>What becomes of a unit that came back.</summary>
public enum Disposition
{
    /// <summary>Onto the shelf.</summary>
    Restock = 1,

    /// <summary>Aside, until somebody decides.</summary>
    Quarantine = 2,

    /// <summary>Thrown away.</summary>
    Discard = 3,

    /// <summary>It was counted in and is not there; the customer still has it.</summary>
    Missing = 4,
}

/// <summary>The return after a change was saved.</summary>
/// <param name="Rma">Null until it is approved.</param>
public sealed record ReturnChanged(Id<Return> ReturnId, ReturnStatus Status, int Version, int OrderVersion, string? Rma);
