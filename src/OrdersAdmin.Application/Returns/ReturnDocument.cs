using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Returns;

/// <summary>Goods that come back, as programs read it.</summary>
/// <param name="Rma">Null until it is approved.</param>
/// <param name="Detail">Where it stands, as a sentence.</param>
/// <param name="ExchangeId">The exchange whose goods these are; null for a return by itself.</param>
/// <param name="UnitsToRefund">Accepted units that no refund pays for yet.</param>
public sealed record ReturnDocument(
    Id<Return> Id, Id<Order> OrderId, int OrderNumber, string SiteSlug, int Number, int Version, string? Rma, ReturnStatus Status, string Detail, string Reason, string? Note,
    string? RejectReason, Id<Exchange>? ExchangeId, IReadOnlyList<ReturnLineDocument> Items, IReadOnlyList<InspectionDocument> Inspections, int UnitsToRefund,
    string RequestedBy, DateTimeOffset CreatedAt, string? ApprovedBy, DateTimeOffset? ApprovedAt, IReadOnlyList<ReturnAct> AllowedActions)
{
    internal static ReturnDocument Of(ReturnView back) => new(
        back.Id, back.OrderId, back.OrderNumber, back.Site.Slug, back.Number, back.Version, back.Rma, back.Status, back.Sentence, back.Reason, back.Note, back.RejectReason, back.ExchangeId,
        [.. back.Lines.Select(line => new ReturnLineDocument(line.LineItemId, line.Sku, line.Name, line.Expected, line.Received, line.Missing, line.Outstanding, line.ToInspect, line.Accepted))],
        [.. back.Inspections.Select(each => new InspectionDocument(each.LineItemId, each.Quantity, each.Disposition, each.Accepted, each.Note, each.By, each.At))],
        back.UnitsToRefund, back.RequestedBy, back.RequestedAt, back.ApprovedBy, back.ApprovedAt, back.AllowedActions);
}

/// <summary>A line of a return: how many of its units were announced, came, and were accepted.</summary>
/// <param name="Quantity">Units that were announced.</param>
/// <param name="Outstanding">Still expected.</param>
/// <param name="ToInspect">Arrived, and not decided on.</param>
/// <param name="Accepted">To be paid for.</param>
public sealed record ReturnLineDocument(
    Id<LineItem> LineItemId, string? Sku, string Name, int Quantity, int Received, int Missing, int Outstanding, int ToInspect, int Accepted);

/// <summary>What somebody decided about units that arrived, as programs read it.</summary>
public sealed record InspectionDocument(Id<LineItem> LineItemId, int Quantity, Disposition Disposition, bool Accepted, string? Note, string By, DateTimeOffset At);

/// <summary>A page of returns across orders, the newest first.</summary>
/// <param name="Older">Null when no more returns follow.</param>
public sealed record ReturnDocumentPage(IReadOnlyList<ReturnDocument> Returns, string? Older);
