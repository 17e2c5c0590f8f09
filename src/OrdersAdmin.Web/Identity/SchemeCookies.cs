using Microsoft.AspNetCore.Authentication.Cookies;

namespace OrdersAdmin.Web.Identity;

/// <summary>Over https a cookie is called <c>__Host-…</c>: the browser then takes it from this very host only, never from a neighbor or over http.</summary>
internal sealed class SchemeCookies : ICookieManager
{
    private readonly ChunkingCookieManager chunks = new();

    public string? GetRequestCookie(HttpContext context, string key) => chunks.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        chunks.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => chunks.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
