using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Refunds;

/// <summary>The board of money that is stuck: who looks after it, what is known, and when it is done. Repeating a refund is <see cref="RefundWorkflow.Retry"/>.</summary>
public sealed class StuckMoneyWorkflow
{
    private const int MostRows = 500;
    private readonly OrdersDatabase database;
    private readonly RefundQueue queue;
    private readonly TimeProvider clock;

    internal StuckMoneyWorkflow(OrdersDatabase database, RefundQueue queue, TimeProvider clock) => (this.database, this.queue, this.clock) = (database, queue, clock);

    /// <summary>Everything open on the reader's sites, the longest stuck first.</summary>
    public Task<Result<StuckMoney>> List(Actor actor) => database.Read<Result<StuckMoney>>(async db =>
    {
        var access = await Access.Of(db, actor);
        if (access.Check(Permission.RequestRefunds) is { } forbidden)
            return forbidden;
        var rows = await (from task in db.MoneyTasks
                          where task.ClosedAt == null && (access.EverySite || access.Sites.Contains(task.SiteId))
                          orderby task.OpenedAt
                          select new
                          {
                              Task = task,
                              Number = db.Orders.Where(order => order.Id == task.OrderId).Select(order => order.Number).First(),
                              Site = db.Sites.Where(site => site.Id == task.SiteId).Select(site => new { site.Slug, site.TimeZone }).First(),
                              State = db.Refunds.Where(refund => refund.Id == task.RefundId).Select(refund => (RefundState?)refund.State).FirstOrDefault(),
                              Owner = db.Staff.Where(member => member.Id == task.OwnerId).Select(member => member.Name).FirstOrDefault(),
                          }).Take(MostRows).ToListAsync();
        return new StuckMoney([.. rows.Select(row => new StuckRow(
            row.Task.Id, row.Task.Version, row.Task.Kind, row.Task.Sentence, row.Task.OrderId, row.Number, row.Site.Slug, row.Site.TimeZone, new(row.Task.Amount, row.Task.Currency),
            row.Task.RefundId, row.State, row.Task.ProviderRefundId, row.Task.OpenedAt, row.Task.OwnerId, row.Owner, row.Task.Note, Acts(row.Task, row.State, access)))], queue.Paused);
    });

    /// <summary>Who looks after it; null is nobody.</summary>
    public Task<Result<Done>> Assign(Actor actor, Id<MoneyTask> id, Id<StaffMember>? owner, int expectedVersion, CancellationToken cancel = default) =>
        OnTask(actor, id, Permission.RequestRefunds, expectedVersion, async (db, task) =>
        {
            if (owner is { } person && (await db.Staff.Include(member => member.Grants).SingleOrDefaultAsync(member => member.Id == person && member.Active))?.WorksOn(task.SiteId) != true)
                return new Problem.Invalid("owner", "Choose somebody who works on this site.");
            task.Assign(owner);
            return new Done();
        }, cancel);

    public Task<Result<Done>> Note(Actor actor, Id<MoneyTask> id, string? note, int expectedVersion, CancellationToken cancel = default) =>
        OnTask(actor, id, Permission.RequestRefunds, expectedVersion, (_, task) =>
        {
            if (note?.Length > Rules.LongestNote)
                return Task.FromResult<Result<Done>>(new Problem.Invalid("note", $"The note is longer than {Rules.LongestNote:#,0} characters."));
            task.Write(Text.Clean(note));
            return Task.FromResult<Result<Done>>(new Done());
        }, cancel);

    /// <summary>Says that it has been dealt with, and how. What closes by itself cannot be closed by hand.</summary>
    public Task<Result<Done>> Close(Actor actor, Id<MoneyTask> id, string how, int expectedVersion, CancellationToken cancel = default) =>
        OnTask(actor, id, Permission.ApproveRefunds, expectedVersion, async (db, task) =>
        {
            if (Text.Clean(how) is not { Length: <= Rules.LongestNote } note)
                return new Problem.Invalid("note", $"Say how it was dealt with, in at most {Rules.LongestNote} characters.");
            if (!ClosesByHand(task.Kind))
                return new Problem.Refused("It closes by itself once the payment provider has answered.");
            var now = clock.GetUtcNow();
            if (task.ProviderRefundId is { } foreign && await db.ProviderRefunds.SingleOrDefaultAsync(mirror => mirror.Id == foreign) is { } mirror)
                mirror.Link(actor.StaffId, now);
            task.Write(note);
            task.Close(actor.Name, now);
            var order = (await db.FindOrder(task.OrderId, actor, Permission.ApproveRefunds)).OrThrow();
            order.RecordMoneyTask(actor, now, $"closed \"{task.Sentence}\": {note}");
            return new Done();
        }, cancel);

    private Task<Result<Done>> OnTask(
        Actor actor, Id<MoneyTask> id, Permission permission, int expectedVersion, Func<OrdersContext, MoneyTask, Task<Result<Done>>> act, CancellationToken cancel) => database.Write<Done>(async db =>
    {
        const string missing = "There is no such task.";
        if (await db.MoneyTasks.SingleOrDefaultAsync(task => task.Id == id) is not { } task)
            return new Problem.NotFound(missing);
        if ((await Access.Of(db, actor)).Check(permission, task.SiteId, missing) is { } problem)
            return problem;
        if (task.ClosedAt is { } at)
            return new Problem.Refused($"{task.ClosedBy} has closed it, {Ago.Of(clock.GetUtcNow() - at)}.");
        if (task.Version != expectedVersion)
            return new Problem.Stale("Somebody else changed this row. Look at it again.");
        return await act(db, task);
    }, cancel);

    private static bool ClosesByHand(MoneyTaskKind kind) => kind is not (MoneyTaskKind.Unknown or MoneyTaskKind.PendingTooLong or MoneyTaskKind.RequiresAction);

    private static List<StuckAct> Acts(MoneyTask task, RefundState? state, Access access)
    {
        List<StuckAct> acts = [StuckAct.Assign, StuckAct.Note];
        if (state is RefundState.Unknown or RefundState.Sending or RefundState.Pending or RefundState.RequiresAction && task.Kind != MoneyTaskKind.Contradiction)
            acts.Add(StuckAct.CheckNow);
        if (task.Kind is MoneyTaskKind.Failed or MoneyTaskKind.LateFailure or MoneyTaskKind.CancelledButPaid && state is RefundState.Failed or RefundState.Rejected)
            acts.Add(StuckAct.Retry);
        if (access.May(Permission.ApproveRefunds) && ClosesByHand(task.Kind))
            acts.Add(task.Kind == MoneyTaskKind.DashboardRefund ? StuckAct.Link : StuckAct.Close);
        return acts;
    }
}
