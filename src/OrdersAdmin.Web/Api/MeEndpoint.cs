using OrdersAdmin.Orders;
using OrdersAdmin.Sites;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Web.Api;

/// <summary>What a token is and where it works.</summary>
internal static class MeEndpoint
{
    public static void MapMe(this RouteGroupBuilder api) => api.MapGet("/me", Get).Reads().WithTags("Token").WithSummary("What this token is").Produces<MeDocument>();

    private static async Task<ApiAnswer> Get(ApiCall call, SiteQueries sites)
    {
        var works = await sites.List(call.Actor);
        return ApiAnswer.Json(200, new MeDocument(
            call.Actor.TokenId.ToString()!, call.Actor.Name, TokenScopes.Names(call.Token.Writes), call.Token.ExpiresAt,
            [.. works.Select(site => new SiteDocument(site.Slug, site.Name, site.Currency.Code, site.TimeZone))]), OrderJson.Options);
    }
}

/// <param name="ExpiresAt">Null is never.</param>
public sealed record MeDocument(string TokenId, string Name, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt, IReadOnlyList<SiteDocument> Sites);

public sealed record SiteDocument(string Slug, string Name, string Currency, string TimeZone);
