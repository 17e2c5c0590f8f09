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
        if (shop.Sites.Count == 0)
            await shop.SetUp();
        var staff = (await new StaffQueries(shop.Database).List(Importer)).OrThrow();
        shop.Owner = ActorOf(staff.Single(each => each.Role == Role.Owner));
        shop.Clerk = ActorOf(staff.Single(each => each.Role == Role.Staff));
        return shop;
    }

    /// <summary>A shop with that many orders, made once for each schema and kept in the temporary folder.</summary>
    public static async Task<Shop> WithOrders(int count)
    {
        var kept = Path.Combine(Folder, $"{count}-orders-{await Schema()}", "orders.db");
        if (!File.Exists(kept + ".made"))
        {
            var since = Stopwatch.GetTimestamp();
            if (Directory.Exists(Path.GetDirectoryName(kept)))
                Directory.Delete(Path.GetDirectoryName(kept)!, recursive: true);
            await using (var shop = await Open(kept))
                await shop.Fill(count);
            await File.WriteAllTextAsync(kept + ".made", "");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Took {count:#,0} orders in, in {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s"));
        }
        return await Open(kept);
    }

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

    private async Task SetUp()
    {
        var sites = new SiteWorkflow(Database);
        var variants = new VariantWorkflow(Database);
        Sites =
        [
            (await sites.Open(Importer, new SiteDetails("atelier", "Atelier", "EUR", "Europe/Paris"))).OrThrow(),
            (await sites.Open(Importer, new SiteDetails("workshop", "Workshop", "USD", "America/New_York"))).OrThrow(),
        ];
        foreach (var site in Sites)
            (await variants.TakeIn(Importer, site.Id, SampleOrders.Catalogue)).OrThrow();
        var staff = new StaffWorkflow(Database);
        (await staff.Add(Importer, Id<StaffMember>.New(), new StaffDetails("olga@example.com", "Olga", Role.Owner, []))).OrThrow();
        (await staff.Add(Importer, Id<StaffMember>.New(), new StaffDetails("carl@example.com", "Carl", Role.Staff, ["atelier"]))).OrThrow();
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
