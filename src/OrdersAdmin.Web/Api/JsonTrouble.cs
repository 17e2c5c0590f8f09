using System.Text.Json;
using System.Text.RegularExpressions;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Api;

/// <summary>What a parser says about a body, as a path and a sentence for whoever wrote it.</summary>
internal static partial class JsonTrouble
{
    public static Problem.Invalid Of(JsonException e, ReadOnlySpan<byte> body)
    {
        var path = (e.Path ?? "$") switch { "$" => "$", ['$', '.', .. var rest] => rest, ['$', .. var rest] => rest, var other => other };
        // The framework speaks of our types and theirs; only the names in its sentences are of use outside.
        if (Duplicate().Match(e.Message) is { Success: true } twice)
            return new(Below(path, twice.Groups["name"].Value), $"'{twice.Groups["name"].Value}' is there twice.");
        if (Unmapped().Match(e.Message) is { Success: true } unknown)
            return new(Below(path, unknown.Groups["name"].Value), $"'{unknown.Groups["name"].Value}' is not a field that is known here.");
        if (Missing().Match(e.Message) is { Success: true } missing)
            return new([.. Names().Matches(missing.Groups["names"].Value).Select(name => new FieldError(Below(path, name.Groups["name"].Value), $"'{name.Groups["name"].Value}' is missing."))]);
        if (!IsJson(body))
            return new("$", $"This is not complete JSON: it goes wrong in line {(e.LineNumber ?? 0) + 1}, at character {(e.BytePositionInLine ?? 0) + 1}.");
        return new(path, e.Message.Contains("Not a valid Id", StringComparison.Ordinal) ? "This is not an id of ours." : "This value is not of the right type.");
    }

    private static bool IsJson(ReadOnlySpan<byte> body)
    {
        try
        {
            JsonElement.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Below(string path, string name) => path == "$" ? name : path == name || path.EndsWith("." + name, StringComparison.Ordinal) ? path : $"{path}.{name}";

    [GeneratedRegex("^Duplicate property '(?<name>[^']*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Duplicate();

    [GeneratedRegex("JSON property '(?<name>[^']*)' could not be mapped", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unmapped();

    [GeneratedRegex("missing required properties including: (?<names>.*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();

    [GeneratedRegex("'(?<name>[^']*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
