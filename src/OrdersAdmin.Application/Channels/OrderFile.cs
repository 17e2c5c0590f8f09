using System.Runtime.CompilerServices;
using System.Text.Json;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Channels;

/// <summary>Reads orders out of a JSON file, whichever of the known systems wrote it: our own, Alloy, Shoplazza, aly.store, Squarespace. The shape tells which.</summary>
/// <remarks>A list and JSON Lines are streamed; a wrong order is a problem in its place and does not keep the others out.</remarks>
public static class OrderFile
{
    /// <summary>The path of an error that lies in no single field.</summary>
    public const string WholeFile = "$";

    /// <summary>Members of which one tells the shape; an order with none of them is taken for our own, whose reader says what is missing.</summary>
    private static readonly (string Member, Func<JsonFields, IntakeOrder?> Read)[] Shapes =
    [
        ("created_on", NativeOrder.Read),
        ("remoteId", AlloyOrder.Read),
        ("orderStatus", AlloyOrder.Read),
        ("financial_status", ShoplazzaOrder.Read),
        ("grandTotal", SquarespaceOrder.Read),
        ("createdOn", SquarespaceOrder.Read),
        ("site_slug", StorefrontOrder.Read),
        ("created_at", StorefrontOrder.Read),
    ];

    /// <summary>One result an order, in the file's order. A problem names the field by its path within the order: <c>line_items[0].quantity</c>.</summary>
    public static async IAsyncEnumerable<Result<IntakeOrder>> Read(Stream file, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var entry in Entries(file, cancel))
            yield return entry.Intake;
    }

    /// <summary>As <see cref="Read"/>, with where in the file each order stands.</summary>
    public static async IAsyncEnumerable<OrderFileEntry> Entries(Stream file, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var position = 0;
        await foreach (var value in JsonValues.Read(file, cancel))
        {
            if (!value.Json.TryGet(out var json, out var problem))
            {
                yield return new(++position, value.Line, problem);
                continue;
            }
            foreach (var order in Unwrap(json))
                yield return new(++position, value.Line, ReadOne(order));
        }
    }

    /// <summary>The orders inside the envelopes that the systems' lists and answers come in; any other value is an order.</summary>
    private static IEnumerable<JsonElement> Unwrap(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return [json];
        if (json.TryGetProperty("data", out var data))
        {
            if (data.ValueKind == JsonValueKind.Array)
                return data.EnumerateArray();
            if (data.ValueKind == JsonValueKind.Object)
                return data.TryGetProperty("order", out var one) ? [one] : Unwrap(data);
        }
        foreach (var list in (ReadOnlySpan<string>)["orders", "result"])
        {
            if (json.TryGetProperty(list, out var orders) && orders.ValueKind == JsonValueKind.Array)
                return orders.EnumerateArray();
        }
        return [json];
    }

    private static Result<IntakeOrder> ReadOne(JsonElement json)
    {
        var errors = new List<FieldError>();
        if (JsonFields.Of(json, errors) is { } order)
        {
            var read = Array.Find(Shapes, shape => order.Has(shape.Member)).Read ?? NativeOrder.Read;
            if (read(order) is { } intake && errors.Count == 0)
                return intake;
        }
        return new Problem.Invalid(errors);
    }
}

/// <summary>One order of a file, or what is wrong with it.</summary>
/// <param name="Position">Counts the file's orders from 1.</param>
/// <param name="Line">The line in a JSON Lines file, from 1; null in a list or a single document.</param>
public sealed record OrderFileEntry(int Position, int? Line, Result<IntakeOrder> Intake);
