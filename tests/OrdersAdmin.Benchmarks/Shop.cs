using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Channels;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Benchmarks;

/// <summary>A shop with two sites, an owner and a clerk who works on the first site only, over a real database file.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private static readonly Actor Importer = Actor.System("Benchmarks");

    private Shop(OrdersDatabase database)
    {
        Database = database;
        Intake = new(database, TimeProvider.System);
        Orders = new(database);
        Fulfillments = new(database, TimeProvider.System);
    }

    public OrdersDatabase Database { get; }

    public IntakeWorkflow Intake { get; }

    public OrderQueries Orders { get; }

    public FulfillmentWorkflow Fulfillments { get; }

    public Actor Owner { get; private set; } = Importer;

    public Actor Clerk { get; private set; } = Importer;

    public IReadOnlyList<SiteView> Sites { get; private set; } = [];

    public static async Task<Shop> Open(string path)
    {
        var shop = new Shop(await OrdersDatabase.Open(path, NullLogger.Instance));
        shop.Sites = [.. (await new SiteQueries(shop.Database).List(Importer)).OrderBy(site => site.Slug, StringComparer.Ordinal)];
        var staff = (await new StaffQueries(shop.Database).List(Importer)).OrThrow();
        if (staff.Count < 2)
        {
            await shop.SetUp(staff);
            staff = (await new StaffQueries(shop.Database).List(Importer)).OrThrow();
        }
        shop.Owner = ActorOf(staff.Single(each => each.Role == Role.Owner));
        shop.Clerk = ActorOf(staff.Single(each => each.Role == Role.Staff));
        return shop;
    }

    /// <summary>A shop with that many orders.</summary>
    public static async Task<Shop> WithOrders(int count) => await Open(await Made(count));

    /// <summary>A database with that many orders, as a file to do anything with.</summary>
    public static async Task CopyWithOrders(int count, string path) => File.Copy(await Made(count), path);

    /// <summary>A fresh, empty shop.</summary>
    public static Task<Shop> Empty()
    {
        var folder = Path.Combine(Folder, "fresh");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Open(Path.Combine(folder, "orders.db"));
    }

    public static string Folder { get; } = Path.Combine(Path.GetTempPath(), "orders-admin-benchmarks");

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static Actor ActorOf(StaffView member) => Actor.Staff(member.Id, member.Name);

    /// <summary>Goes on where a process that was killed left off.</summary>
    private async Task SetUp(IReadOnlyList<StaffView> known)
    {
        var sites = new SiteWorkflow(Database);
        var variants = new VariantWorkflow(Database, TimeProvider.System);
        SiteDetails[] wanted = [new("atelier", "Atelier", "EUR", "Europe/Paris"), new("workshop", "Workshop", "USD", "America/New_York")];
        foreach (var each in wanted.Where(each => !Sites.Any(site => site.Slug == each.Slug)))
            Sites = [.. Sites, (await sites.Open(Importer, each)).OrThrow()];
        foreach (var site in Sites)
            (await variants.TakeIn(Importer, site.Id, SampleOrders.Catalogue)).OrThrow();
        var staff = new StaffWorkflow(Database);
        StaffDetails[] people = [new("olga@example.com", "Olga", Role.Owner, []), new("carl@example.com", "Carl", Role.Staff, ["atelier"])];
        foreach (var each in people.Where(each => !known.Any(member => member.Email == each.Email)))
            (await staff.Add(Importer, Id<StaffMember>.New(), each)).OrThrow();
    }

    /// <summary>Made once for each schema and kept in the temporary folder.</summary>
    private static async Task<string> Made(int count)
    {
        var kept = Path.Combine(Folder, $"{count}-orders-{await Schema()}", "orders.db");
        if (File.Exists(kept + ".made"))
            return kept;
        var since = Stopwatch.GetTimestamp();
        if (Directory.Exists(Path.GetDirectoryName(kept)))
            Directory.Delete(Path.GetDirectoryName(kept)!, recursive: true);
        await using (var shop = await Open(kept))
            await shop.Fill(count);
        await File.WriteAllTextAsync(kept + ".made", "");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Took {count:#,0} orders in, in {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s"));
        return kept;
    }

    private async Task Fill(int count)
    {
        var first = count * 7 / 10;
        foreach (var (site, orders, seed) in new[] { (Sites[0], first, 1), (Sites[1], count - first, 2) })
            foreach (var taken in await Intake.TakeInAll(Importer, site.Id, new SampleOrders(seed).Take(orders)))
                taken.OrThrow();
    }

    private static async Task<string> Schema()
    {
        await using var shop = await Empty();
        var text = await shop.Database.Read(db => db.Database.SqlQuery<string>($"SELECT group_concat(sql, ';') AS \"Value\" FROM (SELECT sql FROM sqlite_master ORDER BY name)").SingleAsync());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }
}
