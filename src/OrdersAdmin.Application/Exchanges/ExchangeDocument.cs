using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;

namespace OrdersAdmin.Exchanges;

/// <summary>Goods that come back for others, as programs read it.</summary>
/// <param name="Detail">What is done and what is still to do, as a sentence.</param>
/// <param name="Difference">Minor units of the order's currency: more than nothing is owed by the customer, less than nothing by the shop.</param>
/// <param name="PaymentUrl">Where the customer pays the difference, while they can.</param>
/// <param name="ReturnId">The half that comes back, among the order's returns.</param>
public sealed record ExchangeDocument(
    Id<Exchange> Id, Id<Order> OrderId, int OrderNumber, string SiteSlug, int Number, int Version, ExchangeStatus Status, string Detail, string Reason, string? Note, string? RejectReason,
    IReadOnlyList<ExchangeLineDocument> Items, long Difference, DifferenceState DifferenceState, string? PaymentUrl, Id<Return> ReturnId, string? Rma, ReturnStatus ReturnStatus,
    string RequestedBy, DateTimeOffset CreatedAt, string? ApprovedBy, DateTimeOffset? ApprovedAt, IReadOnlyList<ExchangeAct> AllowedActions)
{
    internal static ExchangeDocument Of(ExchangeView exchange) => new(
        exchange.Id, exchange.OrderId, exchange.OrderNumber, exchange.Site.Slug, exchange.Number, exchange.Version, exchange.Status, exchange.Sentence, exchange.Reason, exchange.Note, exchange.RejectReason,
        [.. exchange.Lines.Select(line => new ExchangeLineDocument(line.LineItemId, line.Sku, line.Name, line.Quantity, line.NewVariantId, line.NewSku, line.NewName, line.ReplacementLineId))],
        exchange.Difference.Minor, exchange.DifferenceState, exchange.PaymentUrl, exchange.Return.Id, exchange.Return.Rma, exchange.Return.Status,
        exchange.RequestedBy, exchange.RequestedAt, exchange.ApprovedBy, exchange.ApprovedAt, exchange.AllowedActions);
}

/// <summary>A line of an exchange: what comes back and what goes out for it.</summary>
/// <param name="ReplacementLineItemId">The order's line that ships instead; null until the exchange is approved.</param>
public sealed record ExchangeLineDocument(
    Id<LineItem> LineItemId, string? Sku, string Name, int Quantity, Id<Variant> NewVariantId, string NewSku, string NewName, Id<LineItem>? ReplacementLineItemId);
