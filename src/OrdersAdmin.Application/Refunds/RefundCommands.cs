using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;

namespace OrdersAdmin.Refunds;

/// <summary>What is to be given back: items, shipping, an amount, or everything that is left. Amounts are minor units of the order's currency.</summary>
public sealed record RefundChoice
{
    public IReadOnlyList<RefundItem> Items { get; init; } = [];

    /// <summary>Of the shipping costs, tax included.</summary>
    public long Shipping { get; init; }

    /// <summary>The sum to refund; null means the sum of what was chosen. A difference becomes a line of its own.</summary>
    public long? Amount { get; init; }

    /// <summary>All units, all shipping and whatever else is left; the rest of the choice is ignored.</summary>
    public bool Everything { get; init; }

    /// <summary>What the shop keeps of it.</summary>
    public IReadOnlyList<RefundFee> Fees { get; init; } = [];

    /// <summary>Of the items, those that have not shipped will not.</summary>
    public bool RemoveUnshipped { get; init; } = true;

    /// <summary>The return whose accepted units it pays for; no more of them than were accepted.</summary>
    public Id<Return>? ReturnId { get; init; }
}

/// <summary>Units of a line to refund, at least 1.</summary>
public sealed record RefundItem(Id<LineItem> LineItemId, int Quantity);

/// <summary>Refund an order in part or whole.</summary>
/// <param name="Reason">One of the site's reasons.</param>
/// <param name="Restock">Of the items that will not ship, those that came from the shelf go back once the provider confirms.</param>
/// <param name="Notify">Writes to the customer once the provider confirms.</param>
/// <param name="ExpectedVersion">The order's version that the decision was made on; null accepts any.</param>
/// <param name="RequestKey">Same key, same refund: sending twice refunds once. At most 100 characters.</param>
public sealed record RequestRefund(
    RefundChoice Choice, string Reason, string? Note = null, bool Restock = false, bool Notify = false, int? ExpectedVersion = null, string? RequestKey = null);

/// <summary>Change a refund that was not sent yet; an approval that it had is void.</summary>
/// <param name="ExpectedRevision">The revision that the change was made on.</param>
public sealed record EditRefund(RefundChoice Choice, string Reason, string? Note, bool Restock, bool Notify, int ExpectedRevision);

/// <summary>What became of the request.</summary>
/// <param name="RefundId">The first of several, where the sum was taken from several payments.</param>
public sealed record RefundMade(Id<Refund> RefundId, RefundState State, int Revision, int OrderVersion, Money Amount);
