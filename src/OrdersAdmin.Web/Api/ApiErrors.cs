using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;

namespace OrdersAdmin.Web.Api;

/// <summary>Under <c>/api</c> and <c>/openapi</c> every failure is a problem document, also those that the framework answers by itself.</summary>
internal sealed class ApiErrors : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is that of the error page by now.
        if (!Concerns(httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path))
            return false;
        var answer = exception is BadHttpRequestException bad
            ? ProblemHttp.Of(ProblemKind.OfStatus(bad.StatusCode), "The request could not be read.")
            : ProblemHttp.Of(ProblemKind.Internal, $"Something went wrong on our side. Tell whoever runs the shop this code: {httpContext.TraceIdentifier}");
        await answer.ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>Gives a body to a status that came without one, and answers where no endpoint of ours does.</summary>
    public static async Task Answer(HttpContext context, RequestDelegate next)
    {
        if (!Concerns(context.Request.Path))
        {
            await next(context);
            return;
        }
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            await next(context);
        // What is here and what is not is told to nobody without a token.
        else if (!(await context.AuthenticateAsync(TokenAuthentication.Name)).Succeeded)
            await context.ChallengeAsync(TokenAuthentication.Name);
        else if (endpoint?.RequestDelegate is { } refusal)
            await refusal(context);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;

        var response = context.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            await ProblemHttp.Of(ProblemKind.OfStatus(response.StatusCode), Sentence(response.StatusCode)).ExecuteAsync(context);
    }

    private static bool Concerns(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/openapi", StringComparison.Ordinal);

    private static string Sentence(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take this method; Allow says which it takes.",
        StatusCodes.Status415UnsupportedMediaType => "Send Content-Type: application/json.",
        _ => "The request could not be read.",
    };
}
