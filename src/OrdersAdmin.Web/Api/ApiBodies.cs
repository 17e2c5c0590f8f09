using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Api;

/// <summary>Reads the body of whatever changes something, and refuses headers that cannot be read, before anything else happens.</summary>
internal sealed class ApiBodies : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return await next(context);
        if (!ApiCall.TryReadIfMatch(request, out _))
            return ProblemHttp.Malformed(new Problem.Invalid("If-Match", "If-Match must be a version in quotes, as ETag was: \"7\"."));
        if (await RequestBody.Read(request) is not { } body)
            return ProblemHttp.Of(ProblemKind.TooLarge, "A request has at most 1 MB.");
        if (!body.IsEmpty && !request.HasJsonContentType())
            return ProblemHttp.Of(ProblemKind.MediaType, "Send Content-Type: application/json.");
        context.HttpContext.Features.Set(body);
        return await next(context);
    }
}
