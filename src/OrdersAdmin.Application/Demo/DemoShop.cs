using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Channels;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Demo;

/// <summary>A shop to look around in: two sites, the orders of the documents that this product implements, and a year of business. All of it comes in as files, through the workflows.</summary>
public sealed class DemoShop(
    OrdersDatabase database, SiteQueries sites, SiteWorkflow opening, VariantWorkflow catalogue, IntakeWorkflow intake, TimeProvider clock)
{
    public const int UsualOrders = 2000;

    private const int AtOnce = 512;
    private const int ReportEvery = 5000;
    private static readonly Actor Importer = Actor.System("Demo import");

    /// <summary>Writes the year's files into the folder and imports them. Started again after a crash it goes on with the same files; a full shop stays as it is.</summary>
    /// <exception cref="InvalidDataException">A demo file was refused; the message says which order and why.</exception>
    public async Task Fill(string folder, int orders = UsualOrders, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(orders, 1);
        Directory.CreateDirectory(folder);
        var open = await sites.List(Importer);
        var year = DemoYearFiles.Find(folder);
        if (year is null || !open.Any(site => site.Slug == DemoSite.All[0].Slug))
        {
            progress?.Report($"Writing a year of {orders:#,0} orders to {folder}");
            year = await DemoYearFiles.Write(folder, orders, clock.GetUtcNow(), cancel);
        }
        else if (year.Orders != orders)
            progress?.Report($"The demo shop was filled with {year.Orders:#,0} orders before and keeps them; choose an empty data folder for another number.");

        foreach (var demo in DemoSite.All)
        {
            var site = open.FirstOrDefault(each => each.Slug == demo.Slug)
                ?? (await opening.Open(Importer, new SiteDetails(demo.Slug, demo.Name, demo.Currency, demo.TimeZone), cancel)).OrThrow();
            if (await IsFull(site.Id, year.LastReferences[demo.Slug]))
                continue;
            await TakeInVariants(site.Id, Path.Combine(folder, DemoYearFiles.VariantsOf(demo)), cancel);
            if (demo == DemoSite.All[0])
                await TakeInDocuments(site.Id, cancel);
            await using var file = File.OpenRead(Path.Combine(folder, DemoYearFiles.OrdersOf(demo)));
            await TakeInOrders(site.Id, DemoYearFiles.OrdersOf(demo), file, done => progress?.Report($"{demo.Name}: {done:#,0} orders"), cancel);
        }
    }

    /// <summary>Files are imported in their order, so where the last order is here all are.</summary>
    private Task<bool> IsFull(Id<Site> site, string lastReference) => database.Read(db =>
        db.Orders.AnyAsync(order => order.SiteId == site && order.ExternalReference == lastReference));

    private async Task TakeInVariants(Id<Site> site, string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        var variants = await JsonSerializer.DeserializeAsync<List<IntakeVariant>>(file, DemoYearFiles.VariantJson, cancel);
        if ((await catalogue.TakeIn(Importer, site, variants!, cancel)).Problem is { } problem)
            throw new InvalidDataException($"{path}: {problem.Message}");
    }

    private async Task TakeInDocuments(Id<Site> site, CancellationToken cancel)
    {
        foreach (var name in DemoDocuments.Names)
        {
            await using var file = DemoDocuments.Open(name);
            await TakeInOrders(site, name, file, null, cancel);
        }
    }

    private async Task TakeInOrders(Id<Site> site, string name, Stream file, Action<int>? report, CancellationToken cancel)
    {
        var done = 0;
        var waiting = new List<OrderFileEntry>(AtOnce);
        await foreach (var entry in OrderFile.Entries(file, cancel))
        {
            waiting.Add(entry);
            if (waiting.Count == AtOnce)
                await TakeIn();
        }
        await TakeIn();

        async Task TakeIn()
        {
            var orders = waiting.ConvertAll(entry => entry.Intake.TryGet(out var order, out var problem) ? order : throw Wrong(entry, problem));
            var taken = await intake.TakeInAll(Importer, site, orders, null, cancel);
            foreach (var (entry, each) in waiting.Zip(taken))
            {
                if (each.Problem is { } problem)
                    throw Wrong(entry, problem);
            }
            var before = done;
            done += waiting.Count;
            if (waiting.Count < AtOnce || before / ReportEvery < done / ReportEvery)
                report?.Invoke(done);
            waiting.Clear();
        }

        InvalidDataException Wrong(OrderFileEntry entry, Problem problem)
        {
            var path = problem is Problem.Invalid invalid ? invalid.Errors[0].Path : OrderFile.WholeFile;
            return new InvalidDataException($"{name}, order {entry.Position}, {path}: {problem.Message}");
        }
    }
}
