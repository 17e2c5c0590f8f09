using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Demo;

/// <summary>Returns and exchanges of the demo shop, one in every state, made by its own people through the workflows once their logins are open.</summary>
public sealed class DemoReturns(OrdersDatabase database, SiteQueries sites, StaffQueries people, ExchangeWorkflow exchanges, TimeProvider clock)
{
    private static readonly Actor Opener = Actor.System("Demo");

    /// <summary>A shop that has returns already stays as it is. Answers what could not be made and why, one sentence each.</summary>
    public async Task<IReadOnlyList<string>> Fill()
    {
        var problems = new List<string>();
        if (await database.Read(db => db.Returns.AnyAsync()) || !(await people.List(Opener)).TryGet(out var staff, out _))
            return problems;
        foreach (var site in await sites.List(Opener))
        {
            if (Find(staff, site, Role.Support) is not { } support || Find(staff, site, Role.Staff) is not { } warehouse || Find(staff, site, Role.Manager) is not { } manager)
                continue;
            var shelf = await database.Read(db => DemoShelf.Read(db, site, clock.GetUtcNow()));
            var stage = new DemoStage(shelf, new ReturnWorkflow(database, clock), new ReturnWorkflow(database, new DemoPast(clock, TimeSpan.FromDays(16))), exchanges, new FulfillmentWorkflow(database, clock), support, warehouse, manager, clock.GetUtcNow());
            foreach (var scene in DemoScenes.Of(site))
                if (await scene(stage) is { } problem)
                    problems.Add($"{site.Name}: {problem.Message}");
        }
        return problems;
    }

    private static Actor? Find(IReadOnlyList<StaffView> staff, SiteView site, Role role) =>
        staff.Where(member => member.Active && member.Role == role && member.Sites.Contains(site.Slug, StringComparer.Ordinal)).Select(member => Actor.Staff(member.Id, member.Name)).FirstOrDefault();

    /// <summary>The time as it was some days ago: what nobody has done anything about for so long.</summary>
    private sealed class DemoPast(TimeProvider clock, TimeSpan ago) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() - ago;
    }
}
