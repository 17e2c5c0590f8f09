using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Web.Api;

/// <summary>One request of a program: who sends it, its body and what its headers ask for.</summary>
internal sealed class ApiCall(HttpContext http)
{
    public const int LongestKey = 255;

    public Actor Actor => Token.Actor;

    public PresentedToken Token { get; } = http.Features.GetRequiredFeature<PresentedToken>();

    /// <summary>There is one on every request that changes something: <see cref="ApiBodies"/> has read it.</summary>
    public RequestBody Body => http.Features.GetRequiredFeature<RequestBody>();

    public IQueryCollection Query => http.Request.Query;

    public CancellationToken Cancel => http.RequestAborted;

    /// <summary>As it was sent; null when there was none.</summary>
    public string? IdempotencyKey => http.Request.Headers.TryGetValue("Idempotency-Key", out var sent) ? sent.ToString() : null;

    /// <summary>The version that the request was decided on, as <c>If-Match</c> says; null when it says nothing. Checked by <see cref="ApiBodies"/>.</summary>
    public int? ExpectedVersion => TryReadIfMatch(http.Request, out var version) ? version : throw new InvalidOperationException("If-Match was not checked.");

    public bool Has(string version) => http.Request.Headers.IfNoneMatch.Contains(version, StringComparer.Ordinal);

    /// <summary>The key for a workflow: the same words from another token or with another body are another key.</summary>
    public string? RequestKey(string act) => IdempotencyKey is not { } key ? null
        : "api-" + Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{Actor.TokenId}\n{act}\n{key}\n"), .. Body.Bytes]))[..40];

    public static ValueTask<ApiCall?> BindAsync(HttpContext context) => ValueTask.FromResult<ApiCall?>(new ApiCall(context));

    /// <summary>What an address's part names; what cannot be an id is not found.</summary>
    public static bool TryId<T>(string text, string what, out Id<T> id, [NotNullWhen(false)] out Problem? problem) where T : IIdentified
    {
        problem = Id<T>.TryParse(text, null, out id) ? null : new Problem.NotFound($"There is no such {what}.");
        return problem is null;
    }

    public static bool TryOrder(string text, out Id<Order> id, [NotNullWhen(false)] out Problem? problem) => TryId(text, "order", out id, out problem);

    /// <summary>False when the header is there and names no version.</summary>
    public static bool TryReadIfMatch(HttpRequest request, out int? version)
    {
        version = null;
        var sent = request.Headers.IfMatch.ToString();
        if (sent.Length == 0 || sent == "*")
            return true;
        if (sent is not ['"', .. var digits, '"'] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var read))
            return false;
        version = read;
        return true;
    }
}
