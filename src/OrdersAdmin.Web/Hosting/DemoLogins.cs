using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Hosting;

/// <summary>The people of the demo shop. Their password is public: options that ask for them outside Development are refused at start.</summary>
internal sealed class DemoLogins(StaffWorkflow staff, StaffQueries people, StaffAccounts accounts)
{
    public const string Password = "correct horse demo";

    private static readonly Actor Opener = Actor.System("Demo");

    public static IReadOnlyList<StaffDetails> All { get; } =
    [
        new("omar@demo.example", "Omar Haddad", Role.Owner, ["acme", "kumo"]),
        new("ana@demo.example", "Ana Ruiz", Role.Manager, ["acme", "kumo"]),
        new("chie@demo.example", "Chie Sato", Role.Support, ["acme", "kumo"]),
        new("ben@demo.example", "Ben Okafor", Role.Staff, ["acme"]),
        new("yuki@demo.example", "Yuki Tanaka", Role.Staff, ["kumo"]),
    ];

    public async Task Open()
    {
        var here = (await people.List(Opener)).OrThrow();
        foreach (var login in All)
        {
            var id = here.FirstOrDefault(each => each.Email == login.Email)?.Id ?? (await staff.Add(Opener, Id<StaffMember>.New(), login)).OrThrow();
            (await accounts.Ensure(id, login.Email, Password)).OrThrow();
        }
    }
}
