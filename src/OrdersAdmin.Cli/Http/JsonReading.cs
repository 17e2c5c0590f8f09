using System.Text.Json;

namespace OrdersAdmin.Cli.Http;

/// <summary>Reads answers for people to look at: what is missing is empty.</summary>
internal static class JsonReading
{
    /// <summary>The value at the end of the path, as text.</summary>
    public static string Text(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path) switch
    {
        { ValueKind: JsonValueKind.String } value => value.GetString()!,
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value => value.GetRawText(),
        _ => "",
    };

    public static long? Number(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    /// <summary>The members of the list at the end of the path.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static JsonElement? At(this JsonElement element, ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }
        return element;
    }
}
