using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace OrdersAdmin.Web.Api.OpenApi;

/// <summary>What stands above the endpoints: what the API is, and how to come in.</summary>
internal static class DocumentHead
{
    private const string Scheme = "token";

    public static Task Write(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo
        {
            Title = "OrdersAdmin API",
            Version = "1",
            Description = "What staff do with orders after a purchase, for programs. Amounts are integers in minor units of the order's currency; times are UTC. "
                + "Every address under `/api/v1` that is about orders is also there under `/api/storefront/v1`. "
                + "Send an `Idempotency-Key` with every POST: it can then be repeated without doing anything twice. "
                + "Problems are `application/problem+json`; their types are explained under `/docs/problems`.",
        };
        // Wherever it is read, the server is the one that it was read from.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of the settings page: read:orders or write:orders." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }
}
