using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Channels;

/// <summary>Writes orders in our own shape, as <see cref="OrderFile"/> reads them.</summary>
public static class IntakeOrderJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The file is read by people too, in many alphabets.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<Channel>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<TaxInterpretation>(JsonNamingPolicy.SnakeCaseUpper),
            new JsonStringEnumConverter<InventoryBehavior>(JsonNamingPolicy.SnakeCaseUpper),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatSaysNothing } },
    };

    /// <summary>Reads an order in our own shape and checks it as the intake will, so that every wrong field is named at once.</summary>
    public static Result<IntakeOrder> Read(JsonElement json)
    {
        var errors = new List<FieldError>();
        if (JsonFields.Of(json, errors) is { } fields)
        {
            var order = NativeOrder.Read(fields);
            if (errors.Count == 0)
                return IntakeRules.Check(order) is { } wrong ? wrong : order;
        }
        return new Problem.Invalid(errors);
    }

    /// <summary>One line of a JSON Lines file, without the line's end.</summary>
    public static byte[] Line(IntakeOrder order) => JsonSerializer.SerializeToUtf8Bytes(order, Options);

    private static void LeaveOutWhatSaysNothing(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is null)
                property.ShouldSerialize = (_, _) => false;
            else if (property.PropertyType == typeof(bool) && property.Name != "requires_shipping")
                property.ShouldSerialize = (_, value) => value is true;
            else if (property.Name == "requires_shipping")
                property.ShouldSerialize = (_, value) => value is false;
            else if (property.PropertyType == typeof(int) && property.Name is "returned" or "removed")
                property.ShouldSerialize = (_, value) => value is not 0;
            else if (property.PropertyType == typeof(long) && type.Type == typeof(IntakePayment))
                property.ShouldSerialize = (_, value) => value is not 0L;
            else if (property.PropertyType == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
                continue;
            else
                property.ShouldSerialize = (_, value) => value is ICollection { Count: > 0 };
        }
    }
}
