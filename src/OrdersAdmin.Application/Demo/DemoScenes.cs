using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Demo;

/// <summary>What became of the demo shop's returns and exchanges: each state once, and what people look for twice.</summary>
internal static class DemoScenes
{
    private static readonly Func<DemoStage, Task<Problem?>>[] Few =
    [
        stage => stage.Announced("Does not fit", approve: false),
        stage => stage.Announced("Changed their mind", approve: true),
        stage => stage.Forgotten("Arrived too late"),
        stage => stage.Announced("Damaged or faulty", approve: true, async (id, _) => await stage.Receive(id, new ReceiveReturn())),
        stage => stage.Exchanged("Does not fit", approve: true, difference: 0),
    ];

    private static readonly Func<DemoStage, Task<Problem?>>[] Many =
    [
        .. Few,
        stage => stage.Announced("Not as described", approve: false, note: "Sent us a photo: the color is not the one on the page."),
        stage => stage.Announced("Wrong item sent", approve: true),
        stage => stage.Forgotten("Changed their mind"),
        stage => stage.Announced("Changed their mind", approve: true, units: 2, then: async (id, line) =>
            await stage.Receive(id, new ReceiveReturn([new(line, 1)], [new("A charger without a box", 1, "Not one of ours")], "Opened at the bench"))),
        stage => stage.Announced("Does not fit", approve: true, units: 2, then: async (id, line) =>
            await stage.Receive(id, new ReceiveReturn([new(line, 1, Grade: Disposition.Restock), new(line, 1, Grade: Disposition.Quarantine, Note: "Smells of smoke")]))),
        stage => stage.Announced("Damaged or faulty", approve: true, async (id, line) =>
            await stage.Receive(id, new ReceiveReturn()) ?? await stage.Inspect(id, new InspectedItem(line, 1, Disposition.Discard, "Broken strap")) ?? (await stage.Returns.Close(stage.Support, id, null)).Problem),
        stage => stage.Announced("Changed their mind", approve: false, async (id, _) =>
            (await stage.Returns.Reject(stage.Support, id, new RejectReturn("Worn, third time this year", "We take back what has not been worn. Please write to us if you see it differently."))).Problem),
        stage => stage.Announced("Arrived too late", approve: true, async (id, _) => (await stage.Returns.Cancel(stage.Support, id, null)).Problem),
        stage => stage.Exchanged("Does not fit", approve: false, difference: 0),
        stage => stage.Exchanged("Not as described", approve: true, difference: 1),
        stage => stage.Exchanged("Changed their mind", approve: true, difference: -1, async (_, id) => (await stage.Exchanges.Receive(stage.Warehouse, id, new ReceiveReturn())).Problem),
        stage => stage.Exchanged("Wrong item sent", approve: true, difference: 1, async (_, id) => (await stage.Exchanges.WaiveDifference(stage.Manager, id, "We sent the wrong one", null)).Problem),
        stage => stage.Exchanged("Changed their mind", approve: false, difference: 0, async (_, id) => (await stage.Exchanges.Cancel(stage.Support, id, null)).Problem),
        stage => stage.Exchanged("Does not fit", approve: true, difference: 0, stage.Complete),
    ];

    public static IReadOnlyList<Func<DemoStage, Task<Problem?>>> Of(SiteView site) => site.Slug == DemoSite.All[0].Slug ? Many : Few;
}
