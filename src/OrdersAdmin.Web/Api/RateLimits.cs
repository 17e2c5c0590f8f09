using System.Collections.Concurrent;
using System.Globalization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Web.Api;

/// <summary>How many requests each token has left in its minute, told on every answer.</summary>
internal sealed class RateLimits(ApiOptions options, TimeProvider clock) : IEndpointFilter
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Id<ApiToken>, Minute> minutes = new();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Features.Get<PresentedToken>()?.Actor.TokenId is not { } token)
            return await next(context);
        var (used, reset) = minutes.GetOrAdd(token, _ => new Minute()).Take(clock.GetUtcNow());
        Tell(http.Response.Headers, Math.Max(0, options.RequestsPerMinute - used), reset);
        return used <= options.RequestsPerMinute
            ? await next(context)
            : ProblemHttp.Of(ProblemKind.TooMany, $"This token has sent {options.RequestsPerMinute} requests within a minute.") with { RetryAfter = reset };
    }

    private void Tell(IHeaderDictionary headers, int left, int reset)
    {
        headers["RateLimit-Limit"] = options.RequestsPerMinute.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = left.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = reset.ToString(CultureInfo.InvariantCulture);
    }

    private sealed class Minute
    {
        private readonly Lock one = new();
        private DateTimeOffset end;
        private int used;

        /// <summary>How many were taken with this one, and in how many seconds the count begins anew.</summary>
        public (int Used, int Reset) Take(DateTimeOffset now)
        {
            lock (one)
            {
                if (now >= end)
                    (used, end) = (0, now + Window);
                return (++used, (int)Math.Ceiling((end - now).TotalSeconds));
            }
        }
    }
}
