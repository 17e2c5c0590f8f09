using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Returns;

/// <summary>Reads returns for whoever may see them. A return of a site without a grant is not found.</summary>
public sealed class ReturnQueries(OrdersDatabase database, TimeProvider clock)
{
    private const int MostMatches = 10;
    private const int MostStuck = 200;

    public Task<Result<ReturnView>> Get(Actor actor, Id<Return> id) => database.Read<Result<ReturnView>>(async db =>
        (await Find(db, id, actor, Permission.ViewOrders)).TryGet(out var found, out var problem)
            ? await ReturnProjection.One(db, found.Book, found.Return, await Access.Of(db, actor))
            : problem);

    /// <summary>What of an order can come back, and what the policy says to it.</summary>
    public Task<Result<ReturnForm>> Form(Actor actor, Id<Order> orderId) => database.Read<Result<ReturnForm>>(async db =>
    {
        if (!(await db.FindOrder(orderId, actor, Permission.HandleReturns)).TryGet(out var order, out var problem))
            return problem;
        var book = await ReturnBook.Open(db, order);
        var policy = (await ReturnPolicyWorkflow.Find(db, order.SiteId))!;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Sites.Where(site => site.Id == order.SiteId).Select(site => site.TimeZone).SingleAsync());
        var amounts = new RefundAmounts(order, book.Refunds);
        var lines = from line in order.Lines
                    orderby line.Position
                    let returnable = book.Returnable(line)
                    let verdict = ReturnVerdicts.Of(policy.Rules, order, line, zone, clock.GetUtcNow())
                    let rest = amounts.Lines.First(each => each.Line == line)
                    let value = rest.Units == 0 ? 0 : new RefundBreakdown { TaxInPrices = amounts.TaxInPrices }.Of(rest.Take(1, remove: false))
                    select new ReturnableLine(
                        line.Id, line.VariantId, line.Name, line.Sku, line.Shipped, returnable, ReturnVerdicts.WhyNone(line, returnable), verdict.Allowed, verdict.Sentence, new(value, order.Currency));
        return new ReturnForm(
            order.Id, order.Version, order.Number, [.. lines], policy.Rules.Reasons, ReturnVerdicts.Policy(policy.Rules, policy.Currency),
            (await Access.Of(db, actor)).May(Permission.OverrideReturnPolicy));
    });

    /// <summary>A page of returns over all orders as programs read them, newest first.</summary>
    public Task<Result<ReturnDocumentPage>> Documents(Actor actor, ReturnListQuery query) => database.Read<Result<ReturnDocumentPage>>(async db =>
    {
        var access = await Access.Of(db, actor);
        if (!(await List(db, access, query)).TryGet(out var list, out var problem))
            return problem;
        var ids = list.Rows.Select(row => row.OrderId).Distinct().ToList();
        var places = await db.Orders.Where(order => ids.Contains(order.Id)).Select(order => order.Row).ToListAsync();
        var books = await ReturnBook.Open(db, await db.WholeOrders(places));
        var sites = await db.Sites.Select(SiteQueries.AsView).ToDictionaryAsync(site => site.Id);
        var returns = from row in list.Rows
                      join book in books on row.OrderId equals book.Order.Id
                      let back = book.Returns.First(each => each.Id == row.Id)
                      select ReturnDocument.Of(ReturnProjection.View(back, book, sites[back.SiteId], access));
        return new ReturnDocumentPage([.. returns], list.Older);
    });

    /// <summary>A page of returns over all orders, newest first.</summary>
    public Task<Result<ReturnListView>> List(Actor actor, ReturnListQuery query) => database.Read(async db => await List(db, await Access.Of(db, actor), query));

    public Task<ReturnCounts> Counts(Actor actor) => database.Read(async db =>
    {
        var access = await Access.Of(db, actor);
        if (!access.May(Permission.ViewOrders))
            return new ReturnCounts(0, 0, 0);
        var seen = Seen(db, access);
        return new ReturnCounts(
            await seen.CountAsync(back => back.Status == ReturnStatus.Requested && back.ExchangeId == null),
            await seen.CountAsync(back => (back.Status == ReturnStatus.Received || back.Status == ReturnStatus.PartiallyReceived) && back.Lines.Any(line => line.Received > line.Inspected)),
            (await Stuck(db, access)).Count);
    });

    /// <summary>The returns that a scanned or typed code means: a return's id is one, an RMA number may be one on each site.</summary>
    public Task<Result<IReadOnlyList<ReturnView>>> FindByCode(Actor actor, string code) => database.Read<Result<IReadOnlyList<ReturnView>>>(async db =>
    {
        var access = await Access.Of(db, actor);
        if (access.Check(Permission.ReceiveReturns) is { } forbidden)
            return forbidden;
        var text = ReturnScan.Clean(code);
        var seen = Seen(db, access);
        // Scanners and people differ in capitals.
        var byId = Id<Return>.TryParse(text.ToLowerInvariant(), null, out var id);
        var rma = text.ToUpperInvariant();
        var ids = await seen.Where(back => byId ? back.Id == id : back.Rma == rma).OrderBy(back => back.Id).Select(back => back.Id).Take(MostMatches).ToListAsync();
        var views = new List<ReturnView>();
        foreach (var each in ids)
            if ((await Find(db, each, actor, Permission.ReceiveReturns)).TryGet(out var found, out _))
                views.Add(await ReturnProjection.One(db, found.Book, found.Return, access));
        return views.Count > 0 ? views : new Problem.NotFound($"There is no return {(text.Length > 60 ? text[..60] + "…" : text)} here.");
    });

    /// <summary>Approved, and nothing came for longer than the site's policy allows; the longest first.</summary>
    public Task<Result<IReadOnlyList<NeverCameRow>>> NeverCame(Actor actor) => database.Read<Result<IReadOnlyList<NeverCameRow>>>(async db =>
    {
        var access = await Access.Of(db, actor);
        return access.Check(Permission.HandleReturns) is { } forbidden ? forbidden : await Stuck(db, access);
    });

    /// <summary>The refund form's first choice: accepted units less the policy's fees. Changes nothing.</summary>
    public Task<Result<RefundProposal>> ProposeRefund(Actor actor, Id<Return> id) => database.Read<Result<RefundProposal>>(async db =>
    {
        if (!(await Find(db, id, actor, Permission.RequestRefunds)).TryGet(out var found, out var problem))
            return problem;
        var policy = (await ReturnPolicyWorkflow.Find(db, found.Return.SiteId))!;
        var reasons = (await RefundPolicyWorkflow.Find(db, found.Return.SiteId))!.Reasons.Select(reason => reason.Name).ToList();
        return RefundProposals.Make(found.Book, found.Return, policy, reasons);
    });

    /// <summary>A return with everything around it, as the actor may see it.</summary>
    internal static async Task<Result<(ReturnBook Book, Return Return)>> Find(OrdersContext db, Id<Return> id, Actor actor, Permission permission)
    {
        if (await db.Returns.Where(back => back.Id == id).Select(back => new { back.OrderId }).SingleOrDefaultAsync() is not { } found)
            return new Problem.NotFound(ReturnWorkflow.Missing);
        if (!(await db.FindOrder(found.OrderId, actor, permission)).TryGet(out var order, out var problem))
            return problem is Problem.NotFound ? new Problem.NotFound(ReturnWorkflow.Missing) : problem;
        var book = await ReturnBook.Open(db, order);
        return (book, book.Returns.First(back => back.Id == id));
    }

    private async Task<Result<ReturnListView>> List(OrdersContext db, Access access, ReturnListQuery query)
    {
        if (query.Limit is < 1 or > ReturnListQuery.MostPerPage)
            return new Problem.Invalid("limit", $"The limit must be from 1 to {ReturnListQuery.MostPerPage}.");
        if (access.Check(Permission.ViewOrders) is { } forbidden)
            return forbidden;
        if (!IdCursor<Return>.TryRead(query.Cursor, out var cursor))
            return new Problem.Invalid("cursor", "This page's address is not complete. Start again from the first page.");
        return await ReturnListPage.Load(db, Seen(db, access), query, cursor, clock.GetUtcNow());
    }

    private static IQueryable<Return> Seen(OrdersContext db, Access access) => db.Returns.Where(back => access.EverySite || access.Sites.Contains(back.SiteId));

    private async Task<List<NeverCameRow>> Stuck(OrdersContext db, Access access)
    {
        var usual = await db.Sites.ToListAsync();
        var changed = await db.ReturnPolicies.ToListAsync();
        var rows = new List<NeverCameRow>();
        foreach (var site in usual.Where(each => access.Sees(each.Id)))
        {
            var since = clock.GetUtcNow().AddDays(-(changed.Find(each => each.SiteId == site.Id) ?? new ReturnPolicy(site)).Rules.NeverCameAfterDays);
            rows.AddRange(await (from back in db.Returns
                                 join order in db.Orders on back.OrderId equals order.Id
                                 where back.SiteId == site.Id && back.Status == ReturnStatus.Approved && back.StateSince < since
                                 orderby back.StateSince
                                 select new NeverCameRow(
                                     back.Id, back.Rma!, order.Id, order.Number, site.Slug, site.TimeZone, order.BuyerName,
                                     back.Lines.Sum(line => line.Expected - line.Received - line.Missing), back.StateSince, back.ExchangeId)).Take(MostStuck).ToListAsync());
        }
        return [.. rows.OrderBy(row => row.Since)];
    }
}
