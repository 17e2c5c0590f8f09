using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tests;

/// <summary>A database with sites and people, made once a test run through the real workflows; each test copies the file.</summary>
internal sealed record Template(string File, People People, SiteView Acme, SiteView Kumo)
{
    private static readonly Lazy<Task<Template>> Made = new(Make);

    public static Task<Template> Get() => Made.Value;

    private static async Task<Template> Make()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        await using var database = await OrdersDatabase.Open(folder.DatabasePath, NullLogger.Instance);

        var setup = Actor.System("Setup");
        var sites = new SiteWorkflow(database);
        var acme = (await sites.Open(setup, new SiteDetails("acme", "Acme Outdoor", "EUR", "Europe/Paris"))).OrThrow();
        var kumo = (await sites.Open(setup, new SiteDetails("kumo", "雲 Kumo", "JPY", "Asia/Tokyo"))).OrThrow();

        var staff = new StaffWorkflow(database);
        var people = new People(
            Owner: await Hire("Olga Owner", Role.Owner),
            Manager: await Hire("Mia Manager", Role.Manager, "acme", "kumo"),
            Support: await Hire("Sam Support", Role.Support, "acme"),
            Ana: await Hire("Ana", Role.Staff, "acme"),
            Ben: await Hire("Ben", Role.Staff, "acme"),
            Kenji: await Hire("Kenji", Role.Staff, "kumo"));

        async Task<Actor> Hire(string name, Role role, params string[] slugs)
        {
            var email = $"{name.Replace(' ', '.')}@shop.test";
            return Actor.Staff((await staff.Add(setup, Id<StaffMember>.New(), new StaffDetails(email, name, role, slugs))).OrThrow(), name);
        }

        return new Template(folder.DatabasePath, people, acme, kumo);
    }
}

/// <summary>Who works in a test's shop: the owner everywhere, the manager on acme and kumo, Sam, Ana and Ben on acme, Kenji on kumo.</summary>
public sealed record People(Actor Owner, Actor Manager, Actor Support, Actor Ana, Actor Ben, Actor Kenji);
