using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Web.Api;

/// <summary>Lets a program in by its bearer token, which is looked up for every request; cookies count for nothing.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiTokenQueries tokens, ApiTokenWorkflow workflow)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";
    public const string Scope = "scope";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Sent() is not { } secret)
            return AuthenticateResult.NoResult();
        if (await tokens.Present(secret) is not { } token)
            return AuthenticateResult.Fail("The token is not known, has expired or was revoked.");
        await workflow.NoteUse(token);
        Context.Features.Set(token);
        var claims = TokenScopes.Names(token.Writes).Select(scope => new Claim(Scope, scope)).Append(new Claim(ClaimTypes.NameIdentifier, token.Actor.TokenId.ToString()!));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Sent() is null ? "Bearer realm=\"OrdersAdmin\"" : "Bearer realm=\"OrdersAdmin\", error=\"invalid_token\"";
        return ProblemHttp.Of(ProblemKind.Unauthenticated, Sent() is null
            ? "Send a token: Authorization: Bearer …"
            : "This token is not known, has expired or was revoked.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = $"Bearer realm=\"OrdersAdmin\", error=\"insufficient_scope\", scope=\"{TokenScopes.Write}\"";
        return ProblemHttp.Of(ProblemKind.ScopeMissing, $"This token may only read; {Request.Method} here needs the scope {TokenScopes.Write}.").ExecuteAsync(Context);
    }

    private string? Sent()
    {
        const string scheme = "Bearer ";
        var header = Request.Headers.Authorization.ToString();
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..].Trim() : null;
    }
}
