using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace OrdersAdmin.Web.Api.OpenApi;

/// <summary>What every operation has besides its body: parameters, headers, the ways in which it can be refused, an example.</summary>
internal static class OperationParts
{
    private static readonly ProblemKind[] OfReads = [ProblemKind.Malformed, ProblemKind.Unauthenticated, ProblemKind.NotFound, ProblemKind.TooMany];

    private static readonly ProblemKind[] OfWrites =
    [
        ProblemKind.Malformed, ProblemKind.Unauthenticated, ProblemKind.ScopeMissing, ProblemKind.NotFound, ProblemKind.State, ProblemKind.Stale, ProblemKind.TooLarge,
        ProblemKind.MediaType, ProblemKind.Refused, ProblemKind.TooMany, ProblemKind.Busy,
    ];

    public static async Task Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var (metadata, method) = (context.Description.ActionDescriptor.EndpointMetadata, context.Description.HttpMethod);
        operation.Parameters ??= [];
        var asked = metadata.OfType<QueryParameter>().ToList();
        if (asked.Exists(parameter => parameter.Name == "cursor"))
            asked.Add(BareLists.Described);
        foreach (var parameter in asked)
            operation.Parameters.Add(new OpenApiParameter { Name = parameter.Name, In = ParameterLocation.Query, Description = parameter.Meaning, Schema = Schema(parameter) });
        if (HttpMethods.IsPost(method!))
            operation.Parameters.Add(Header("Idempotency-Key", "Of your own choice, at most 255 characters; the same one when you repeat the request.", metadata.OfType<KeyRequired>().Any()));
        if (!HttpMethods.IsGet(method!) && operation.Parameters.Any(parameter => parameter.In == ParameterLocation.Path))
            operation.Parameters.Add(Header("If-Match", "The ETag of the state on which this was decided; refused with 412 when it has changed since.", required: false));

        const string name = "Problem";
        if (context.Document!.Components?.Schemas?.ContainsKey(name) != true)
            context.Document.AddComponent(name, await context.GetOrCreateSchemaAsync(typeof(ProblemDocument), null, cancel));
        operation.Responses ??= [];
        foreach (var kind in HttpMethods.IsGet(method!) ? OfReads : OfWrites)
        {
            operation.Responses.TryAdd(kind.Status.ToString(System.Globalization.CultureInfo.InvariantCulture), new OpenApiResponse
            {
                Description = kind.Title,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [ProblemHttp.ContentType] = new() { Schema = new OpenApiSchemaReference(name, context.Document) } },
            });
        }
        if (metadata.OfType<Example>().FirstOrDefault() is { } example && operation.RequestBody?.Content?["application/json"] is { } body)
            body.Example = JsonNode.Parse(example.Json);
    }

    private static OpenApiParameter Header(string name, string meaning, bool required) =>
        new() { Name = name, In = ParameterLocation.Header, Description = meaning, Required = required, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiSchema Schema(QueryParameter parameter) => new()
    {
        Type = parameter.IsNumber ? JsonSchemaType.Integer : JsonSchemaType.String,
        Enum = parameter.Choices.Count > 0 ? [.. parameter.Choices.Select(choice => (JsonNode)JsonValue.Create(choice))] : null,
    };
}

/// <summary>A body that an endpoint takes.</summary>
internal sealed record Example(string Json);

/// <summary>A parameter that the framework does not see, because it is read by name.</summary>
internal sealed record QueryParameter(string Name, string Meaning, bool IsNumber = false)
{
    public IReadOnlyList<string> Choices { get; init; } = [];

    public static QueryParameter Of<T>(string name, string meaning) where T : struct, Enum => new(name, meaning) { Choices = [.. Enum.GetValues<T>().Select(QueryFields.Word)] };
}

internal static class Describing
{
    public static RouteHandlerBuilder Takes<TBody>(this RouteHandlerBuilder endpoint, string example) where TBody : notnull =>
        endpoint.Accepts<TBody>(isOptional: true, "application/json").WithMetadata(new Example(example));
}
