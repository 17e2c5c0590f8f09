using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Refunds;

/// <summary>Refunds that wait for a second person. A decision takes two keys: G Q, then A.</summary>
public sealed partial class ReviewQueuePage(RefundQueries queries, RefundWorkflow refunds, OrderChanges changes, AuthenticationStateProvider authentication, Toasts toasts)
    : MoneyBoard(changes, authentication, toasts)
{
    private IReadOnlyList<ReviewRow>? rows;

    /// <summary>The one that A and D decide: the oldest that the reader may.</summary>
    private ReviewRow? Next => rows?.FirstOrDefault(row => row.AllowedActions.Contains(RefundAct.Approve));

    protected override async Task Load()
    {
        if ((await queries.ReviewQueue(Actor)).TryGet(out var found, out var refused))
            rows = found;
        else
            Problem = refused;
    }

    private Task Approve(ReviewRow row) => Act(refunds.Approve(Actor, row.RefundId, row.Revision), $"Approved {row.Amount} for order #{row.OrderNumber}.");

    private Task Decline(ReviewRow row, string reason) => Act(refunds.Decline(Actor, row.RefundId, row.Revision, reason), $"Declined {row.Amount} for order #{row.OrderNumber}.");
}
