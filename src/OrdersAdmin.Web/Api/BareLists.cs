using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using OrdersAdmin.Kernel;
using OrdersAdmin.Web.Api.OpenApi;

namespace OrdersAdmin.Web.Api;

/// <summary>With <c>envelope=false</c> a list is the bare array that <c>jq '.[]'</c> reads, and its next page stands in the Link header (RFC 8288).</summary>
internal sealed class BareLists : IEndpointFilter
{
    private const string Parameter = "envelope";

    /// <summary>As the contract tells it, beside every list's cursor.</summary>
    public static readonly QueryParameter Described =
        new(Parameter, "false: the bare array; the address of the next page is in a Link header.") { Choices = ["true", "false"] };

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsGet(request.Method) || !request.Query.TryGetValue(Parameter, out var envelope))
            return await next(context);
        if (envelope.ToString() is not ("true" or "false"))
            return ProblemHttp.Malformed(new Problem.Invalid(Parameter, "'envelope' is true or false."));
        // It says how a list is written, not what is in it: no endpoint has to know.
        var rest = request.Query.Where(pair => pair.Key != Parameter).ToList();
        request.QueryString = QueryString.Create(rest);
        var answer = await next(context);
        return envelope == "false" && answer is ApiAnswer { Status: 200 } list ? Bare(list, request.Path, rest) : answer;
    }

    /// <summary>The very bytes of the list's data.</summary>
    private static ApiAnswer Bare(ApiAnswer list, PathString path, IReadOnlyList<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> query)
    {
        using var document = JsonDocument.Parse(list.Body);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("data", out var data) || !root.TryGetProperty("next_cursor", out var next))
            return ProblemHttp.Malformed(new Problem.Invalid(Parameter, "Only a list has an envelope to go without."));
        var bare = new ApiAnswer(list.Status, JsonMarshal.GetRawUtf8Value(data).ToArray());
        return next.GetString() is { } cursor ? bare with { Next = Address(path, cursor, query) } : bare;
    }

    private static string Address(PathString path, string cursor, IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> query)
    {
        // A cursor carries the filters that its list began with.
        var builder = new QueryBuilder(query.Where(pair => pair.Key == "limit")) { { "cursor", cursor }, { Parameter, "false" } };
        return path + builder.ToQueryString();
    }
}
