using OrdersAdmin.Kernel;

namespace OrdersAdmin.Orders;

/// <summary>Cancel an order: what is left of its money goes back, and nothing more of it ships.</summary>
/// <param name="Reason">At most 500 characters; staff see it.</param>
/// <param name="Restock">What has not shipped goes back on the shelf.</param>
/// <param name="Notify">Writes to the customer now, and again once the provider has paid the refund out.</param>
/// <param name="ExpectedVersion">The order's version that the decision was made on; null accepts any.</param>
/// <param name="RequestKey">Same key, same cancellation. At most 100 characters.</param>
public sealed record CancelOrder(string Reason, bool Restock = true, bool Notify = true, int? ExpectedVersion = null, string? RequestKey = null);

/// <summary>What cancelling an order would do now: the dialog's model.</summary>
/// <param name="Refund">What goes back through the payment provider; nothing where nothing can.</param>
/// <param name="UnitsToRestock">Units that have not shipped and came from the shelf.</param>
/// <param name="NoNotice">Why the customer cannot be told; null when they can.</param>
/// <param name="WhyApproval">Why a second person decides about the refund; null when it goes out at once.</param>
/// <param name="Button">"Cancel order and refund €48.20 to Visa ••4242".</param>
/// <param name="Effect">One line that says what will happen.</param>
/// <param name="Reasons">The site's usual ones; any other may be given.</param>
/// <param name="StillPaid">What stays paid and why, a sentence each; a task tells of it.</param>
public sealed record CancelQuote(
    Id<Order> OrderId, int OrderVersion, Money Refund, int UnitsToRestock, string? NoNotice, string? WhyApproval, string Button, string Effect,
    IReadOnlyList<string> Reasons, IReadOnlyList<string> StillPaid);
