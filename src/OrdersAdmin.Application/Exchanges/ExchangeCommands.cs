using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Exchanges;

/// <summary>Take shipped units back and send others instead.</summary>
/// <param name="Reason">One of the site's reasons for returns.</param>
/// <param name="Approve">Approves it in the same act.</param>
/// <param name="Notify">With the approval, writes to the buyer where to send the goods.</param>
/// <param name="OverrideReason">Why the return policy does not count this time; managers only, and recorded.</param>
/// <param name="ExpectedVersion">The order's version that the decision was made on; null accepts any.</param>
/// <param name="RequestKey">Same key, same exchange. At most 100 characters.</param>
public sealed record RequestExchange(
    IReadOnlyList<ExchangeItem> Items, string Reason, string? Note = null, bool Approve = false, bool Notify = true, string? OverrideReason = null,
    int? ExpectedVersion = null, string? RequestKey = null);

/// <summary>Units of a line to exchange, and the variant that replaces them.</summary>
public sealed record ExchangeItem(Id<LineItem> LineItemId, int Quantity, Id<Variant> NewVariantId);

/// <summary>Approve an exchange; the replacement is reserved.</summary>
/// <param name="ExpectedVersion">The exchange's version; null accepts any.</param>
public sealed record ApproveExchange(bool Notify = true, int? ExpectedVersion = null);

/// <summary>Reject an exchange, with a reason.</summary>
/// <param name="Reason">For staff.</param>
/// <param name="CustomerSentence">What the buyer reads; without it nothing is sent.</param>
public sealed record RejectExchange(string Reason, string? CustomerSentence = null, int? ExpectedVersion = null);

/// <summary>The exchange after a change was saved.</summary>
/// <param name="PaymentUrl">Where the customer pays the difference, while they can.</param>
public sealed record ExchangeChanged(Id<Exchange> ExchangeId, ExchangeStatus Status, int Version, int OrderVersion, string? Rma, string? PaymentUrl = null);
