using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using OrdersAdmin.Kernel;
using OrdersAdmin.Notifications;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Hosting;

/// <summary>The first owner and the first site of a shop in which nobody can sign in yet. Only who reads the server's console gets the link.</summary>
internal sealed class ShopSetup(ShopOptions shop, ShopAddress address, StaffQueries people, StaffWorkflow staff, SiteQueries sites, SiteWorkflow opening, StaffAccounts accounts) : IDisposable
{
    private static readonly Actor Founder = Actor.System("Setup");

    private readonly SemaphoreSlim one = new(1);

    private string HashFile => shop.InData("setup-link.sha256");

    /// <summary>A new link; the one before it is void. Only its hash is kept.</summary>
    public Uri NewLink()
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        File.WriteAllBytes(HashFile, Hash(token));
        return address.Of($"setup?token={token}");
    }

    /// <summary>Whether this link may still found the shop.</summary>
    public async Task<bool> Opens(string? token)
    {
        if (token is not { Length: > 0 and < 100 } || !File.Exists(HashFile))
            return false;
        var kept = await File.ReadAllBytesAsync(HashFile);
        return CryptographicOperations.FixedTimeEquals(Hash(token), kept) && !await people.Any();
    }

    /// <remarks>
    /// The account is made first and the person last, because the person is what closes the setup: a crash before that leaves the link open,
    /// and the next attempt clears away the account without a person and takes up the site that is open already.
    /// </remarks>
    public async Task<Result<Id<StaffMember>>> Found(string? token, Founding founding)
    {
        await one.WaitAsync();
        try
        {
            if (!await Opens(token))
                return new Problem.NotFound("This link has been used.");
            if (Check(founding) is { } wrong)
                return wrong;
            await accounts.RemoveAll();
            var id = Id<StaffMember>.New();
            if ((await accounts.Ensure(id, EmailAddress.Normalize(founding.Email), founding.Password)).Problem is { } refused)
                return refused;
            if ((await OpenSite(founding.Site)).Problem is { } problem)
                return problem;
            var added = await staff.Add(Founder, id, new StaffDetails(founding.Email, founding.Name, Role.Owner, [founding.Site.Slug]));
            if (added.Problem is null)
                File.Delete(HashFile);
            return added;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<Result<SiteView>> OpenSite(SiteDetails details)
    {
        var open = (await sites.List(Founder)).FirstOrDefault(each => each.Slug == details.Slug);
        var site = open is null ? await opening.Open(Founder, details) : await opening.Change(Founder, open.Id, details, open.Version);
        return site.Problem is Problem.Invalid invalid
            ? new Problem.Invalid([.. invalid.Errors.Select(error => error.Path == "name" ? error with { Path = "site_name" } : error)])
            : site;
    }

    private static Problem.Invalid? Check(Founding founding)
    {
        var errors = new List<FieldError>();
        if (founding.Name.Trim().Length is 0 or > 100)
            errors.Add(new("name", "Give your name, in at most 100 characters."));
        if (!EmailAddress.IsValid(EmailAddress.Normalize(founding.Email)))
            errors.Add(new("email", "This is not an email address."));
        return errors.Count > 0 ? new(errors) : null;
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

/// <summary>What the first person tells: who they are, and their first site.</summary>
internal sealed record Founding(string Name, string Email, string Password, SiteDetails Site);

internal static class SetupOpening
{
    /// <summary>While nobody exists, prints a link to begin with once the server listens.</summary>
    public static async Task OfferSetup(this WebApplication app)
    {
        if (await app.Services.GetRequiredService<StaffQueries>().Any())
            return;
        var setup = app.Services.GetRequiredService<ShopSetup>();
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            Console.WriteLine();
            Console.WriteLine("  Nobody can sign in yet. Open this link to set up the shop; it works once:");
            Console.WriteLine();
            Console.WriteLine($"    {setup.NewLink()}");
            Console.WriteLine();
        });
    }
}
