using System.Text.Json;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Web.Hosting;

/// <summary>The API tokens of the demo shop: for each site one that reads and writes and one that reads. A token is told once, so the demo's file holds them, and a restart takes them from there.</summary>
internal sealed class DemoTokens(ShopOptions shop, StaffQueries people, SiteQueries sites, ApiTokenQueries tokens, ApiTokenWorkflow workflow)
{
    private static readonly Actor Opener = Actor.System("Demo");

    public IReadOnlyList<DemoToken> All { get; private set; } = [];

    public async Task Open()
    {
        var known = Kept();
        var owner = (await people.List(Opener)).OrThrow().First(member => member.Email == DemoLogins.All[0].Email);
        var maker = Actor.Staff(owner.Id, owner.Name);
        var all = new List<DemoToken>();
        foreach (var site in await sites.List(Opener))
        {
            foreach (var writes in (bool[])[true, false])
            {
                var scopes = TokenScopes.Names(writes);
                var here = known.FirstOrDefault(each => each.Site == site.Slug && each.Scopes.SequenceEqual(scopes, StringComparer.Ordinal));
                all.Add(here is not null && await tokens.Present(here.Token) is not null ? here : new(await Make(maker, site, writes), site.Slug, scopes));
            }
        }
        All = all;
    }

    private async Task<string> Make(Actor maker, SiteView site, bool writes)
    {
        var name = $"Demo {site.Slug} ({(writes ? "read and write" : "read")})";
        foreach (var lost in (await tokens.List(Opener)).OrThrow().Where(token => token.Name == name && token.State == TokenState.Active))
            (await workflow.Revoke(Opener, lost.Id)).OrThrow();
        return (await workflow.Make(maker, new MakeApiToken(name, writes, [site.Slug], ExpiresAt: null))).OrThrow().Secret;
    }

    private IReadOnlyList<DemoToken> Kept()
    {
        try
        {
            return JsonSerializer.Deserialize<DemoFile>(File.ReadAllBytes(shop.InData(DemoOpening.Told)), DemoOpening.Json)?.Tokens ?? [];
        }
        // The first start, or somebody wrote into the file: new ones are made.
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
            return [];
        }
    }

    private sealed record DemoFile(IReadOnlyList<DemoToken>? Tokens);
}

internal sealed record DemoToken(string Token, string Site, IReadOnlyList<string> Scopes);
