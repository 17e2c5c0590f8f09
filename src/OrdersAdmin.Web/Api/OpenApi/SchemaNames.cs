using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Api.OpenApi;

/// <summary>What types are called outside, and what the framework cannot see in them: ids and currencies are texts.</summary>
internal static class SchemaNames
{
    private static readonly string[] OurEnds = ["Document", "Body"];

    public static string? Of(JsonTypeInfo type)
    {
        if (IsText(type.Type))
            return null;
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        var end = Array.Find(OurEnds, end => name?.EndsWith(end, StringComparison.Ordinal) == true);
        return end == "Document" ? name![..^end.Length] : name;
    }

    public static Task Explain(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
            schema.Type = JsonSchemaType.String;
        if (type == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (type == context.JsonTypeInfo.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null, "date-time");
        if (!IsText(type))
            return Task.CompletedTask;
        schema.Type = type == context.JsonTypeInfo.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        schema.Examples = [JsonValue.Create(type == typeof(Currency) ? "EUR" : Prefix(type) + "01jd8x5w1zf7arq5m6d2kb1n3c")];
        schema.Description = type == typeof(Currency) ? "ISO 4217" : null;
        return Task.CompletedTask;
    }

    private static bool IsText(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(Currency) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>));
    }

    private static string Prefix(Type id) =>
        (string)id.GetGenericArguments()[0].GetProperty(nameof(IIdentified.IdPrefix), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}
