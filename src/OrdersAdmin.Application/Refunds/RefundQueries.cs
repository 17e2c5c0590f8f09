using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>Reads refunds for whoever may see them.</summary>
public sealed class RefundQueries(OrdersDatabase database)
{
    private const int MostRows = 200;
    private const int MostEarlier = 20;

    /// <summary>What waits for a second person, oldest first, on the sites that the reader sees; the newest 200 are left out when there are more.</summary>
    public Task<Result<IReadOnlyList<ReviewRow>>> ReviewQueue(Actor actor) => database.Read<Result<IReadOnlyList<ReviewRow>>>(async db =>
    {
        var access = await Access.Of(db, actor);
        if (access.Check(Permission.RequestRefunds) is { } forbidden)
            return forbidden;
        var leads = await Waiting(db, access).OrderBy(refund => refund.RequestedAt).Select(refund => refund.LeadId).Take(MostRows).ToListAsync();
        var rows = new List<ReviewRow>();
        foreach (var lead in leads.Distinct())
            rows.Add(await Row(db, actor, access, lead));
        return rows;
    });

    /// <summary>How many refunds wait for a second person and how much money is stuck, for the navigation.</summary>
    public Task<RefundCounts> Counts(Actor actor) => database.Read(async db =>
    {
        var access = await Access.Of(db, actor);
        if (!access.May(Permission.RequestRefunds))
            return new RefundCounts(0, 0);
        return new RefundCounts(
            await Waiting(db, access).Select(refund => refund.LeadId).Distinct().CountAsync(),
            await db.MoneyTasks.CountAsync(task => task.ClosedAt == null && (access.EverySite || access.Sites.Contains(task.SiteId))));
    });

    private static IQueryable<Refund> Waiting(OrdersContext db, Access access) =>
        db.Refunds.Where(refund => refund.State == RefundState.AwaitingApproval && (access.EverySite || access.Sites.Contains(refund.SiteId)));

    private static async Task<ReviewRow> Row(OrdersContext db, Actor actor, Access access, Id<Refund> leadId)
    {
        var orderId = await db.Refunds.Where(refund => refund.Id == leadId).Select(refund => refund.OrderId).SingleAsync();
        var order = (await db.FindOrder(orderId, actor, Permission.RequestRefunds)).OrThrow();
        var book = await RefundBook.Open(db, order);
        var lead = book.Refunds.First(refund => refund.Id == leadId);
        var group = book.Group(lead).FindAll(refund => refund.State == RefundState.AwaitingApproval);
        var site = await db.Sites.Where(each => each.Id == order.SiteId).Select(each => new { each.Slug, each.TimeZone }).SingleAsync();
        var whyNot = access.May(Permission.ApproveRefunds)
            ? (await Rules.ForApproval(db, order, access)).WhyNotApprove(lead, book, actor)
            : "A manager approves refunds.";
        return new ReviewRow(
            lead.Id, lead.Revision, order.Id, order.Number, site.Slug, site.TimeZone,
            new(group.Sum(refund => refund.Amount), order.Currency), new(order.Totals.Total, order.Currency),
            RefundSentences.Effect(group.Select(refund => (RefundSentences.Money(refund), book.PaymentOf(refund).Label))),
            lead.RequestedAt, lead.RequestedByName, lead.Intent.Reason, lead.Intent.Note, group[0].WhyApproval ?? "",
            RefundSentences.Parts(lead.Breakdown, order), order.BuyerName, await Earlier(db, order, lead), Acts(book, lead, access, whyNot is null), whyNot);
    }

    private static async Task<IReadOnlyList<EarlierRefund>> Earlier(OrdersContext db, Order order, Refund lead) =>
        [.. (await (from refund in db.Refunds
                    join each in db.Orders on refund.OrderId equals each.Id
                    where refund.LeadId != lead.Id && (each.Id == order.Id || (order.CustomerId != null && each.CustomerId == order.CustomerId))
                    orderby refund.RequestedAt descending
                    select new { each.Id, each.Number, refund.Amount, refund.Currency, refund.Intent, refund.State, refund.RequestedAt })
                .Take(MostEarlier).ToListAsync())
            .Select(each => new EarlierRefund(each.Id, each.Number, new(each.Amount, each.Currency), each.Intent.Reason, each.State, each.RequestedAt))];

    /// <summary>What the reader may do with it.</summary>
    /// <param name="mayApprove">The rules of the second person are met.</param>
    internal static IReadOnlyList<RefundAct> Acts(RefundBook book, Refund refund, Access access, bool mayApprove)
    {
        var acts = new List<RefundAct>();
        if (access.May(Permission.RequestRefunds) && refund.Leads)
        {
            if (book.Group(refund).TrueForAll(each => !each.State.Holds() || RefundTransitions.Table.Permits(each.State, RefundAction.Edit)) && refund.State.Holds())
                acts.Add(RefundAct.Edit);
            if (book.Group(refund).Exists(each => RefundTransitions.Table.Permits(each.State, RefundAction.Cancel)))
                acts.Add(RefundAct.Cancel);
        }
        if (access.May(Permission.ApproveRefunds) && refund.Leads && book.Group(refund).Exists(each => each.State == RefundState.AwaitingApproval))
        {
            if (mayApprove)
                acts.Add(RefundAct.Approve);
            acts.Add(RefundAct.Decline);
        }
        if (access.May(Permission.RequestRefunds) && refund.State.IsUnderWay())
            acts.Add(RefundAct.CheckNow);
        if (access.May(Permission.RequestRefunds) && refund.State == RefundState.RequiresAction)
            acts.Add(RefundAct.Withdraw);
        if (access.May(Permission.RequestRefunds) && book.WhyNoRetry(refund, DateTimeOffset.UnixEpoch) is null)
            acts.Add(RefundAct.Retry);
        return acts;
    }
}
