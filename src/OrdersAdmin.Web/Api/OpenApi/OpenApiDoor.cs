using Microsoft.OpenApi;

namespace OrdersAdmin.Web.Api.OpenApi;

/// <summary>The contract of the API as OpenAPI 3.1 at <c>/openapi/v1.json</c>, and a page to read and try it at <c>/docs/api</c>. Neither holds a secret, so both are open.</summary>
internal static class OpenApiDoor
{
    private const string Document = "v1";

    public static void AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.CreateSchemaReferenceId = SchemaNames.Of;
        options.AddSchemaTransformer(SchemaNames.Explain);
        options.AddOperationTransformer(OperationParts.Add);
        options.AddDocumentTransformer(DocumentHead.Write);
    });

    /// <summary>Before people sign in: it is a page for programmers.</summary>
    public static void UseApiPage(this WebApplication app) => app.UseSwaggerUI(page =>
    {
        page.RoutePrefix = "docs/api";
        page.DocumentTitle = "OrdersAdmin API";
        page.SwaggerEndpoint($"/openapi/{Document}.json", "Orders API");
        page.DefaultModelsExpandDepth(-1);
        page.InjectJavascript("/api-docs.js");
    });

    public static void MapOpenApiDocument(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
}
