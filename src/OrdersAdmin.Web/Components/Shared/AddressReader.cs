using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Components.Shared;

/// <summary>Takes values out of an address's query and gathers what is wrong with them.</summary>
internal sealed class AddressReader(Dictionary<string, StringValues> values)
{
    private static readonly DateOnly FirstDay = new(1970, 1, 1);
    private static readonly DateOnly LastDay = new(9998, 12, 31);

    public List<FieldError> Wrong { get; } = [];

    public string? Text(string name, int longest = 100)
    {
        if (!values.TryGetValue(name, out var given))
            return null;
        var text = given[^1]?.Trim();
        if (given.Count > 1)
            Wrong.Add(new(name, $"The address has '{name}' more than once."));
        else if (text?.Length > longest)
            Wrong.Add(new(name, name == "q" ? $"Search for at most {longest} characters." : $"'{Short(text)}' is too long for '{name}'."));
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public T? Choice<T>(string name) where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return null;
        foreach (var value in Enum.GetValues<T>())
            if (Word(value) == text)
                return value;
        Wrong.Add(new(name, $"There is no {name} '{Short(text)}'."));
        return null;
    }

    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstDay && day <= LastDay)
            return day;
        Wrong.Add(new(name, $"'{Short(text)}' is not a day; write it as 2026-11-21."));
        return null;
    }

    public int? Number(string name, int least, int most)
    {
        if (Text(name) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong.Add(new(name, $"'{Short(text)}' is not a number from {least} to {most}."));
        return null;
    }

    /// <summary>A value as the address writes it.</summary>
    public static string? Word<T>(T? value) where T : struct, Enum => value is { } set ? Word(set) : null;

    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static string? Word(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
