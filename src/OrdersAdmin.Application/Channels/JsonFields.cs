using System.Globalization;
using System.Text.Json;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Channels;

/// <summary>The members of one JSON object, read by name. What is wrong is noted under its path and read as if it were missing, so that one pass finds every error.</summary>
internal sealed class JsonFields
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly string path;
    private readonly List<FieldError> errors;

    private JsonFields(JsonElement json, string path, List<FieldError> errors)
    {
        (this.path, this.errors) = (path, errors);
        foreach (var member in json.EnumerateObject())
        {
            var name = Unicode(() => member.Name) ?? "?";
            if (!members.TryAdd(name, member.Value))
                Wrong(name, $"'{Short(name)}' is there twice.");
        }
    }

    /// <summary>The order itself; null, with the error noted, when the value is no object.</summary>
    public static JsonFields? Of(JsonElement json, List<FieldError> errors) => Open(json, "", errors);

    public bool Has(string name) => members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Trimmed text; null when there is none.</summary>
    public string? Words(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return WordsOf(name, value);
    }

    public string RequiredWords(string name) => Required(name, Words(name)) ?? "";

    public bool Flag(string name) => Find(name) is { } value && (value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? value.GetBoolean()
        : Wrong<bool>(name, "This must be true or false."));

    public bool? OptionalFlag(string name) => Has(name) ? Flag(name) : null;

    public int? Count(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count >= 0
            ? count
            : Wrong<int?>(name, "This must be a whole number that is not negative.");
    }

    /// <summary>At least one unit.</summary>
    public int Units(string name)
    {
        if (Required(name, Count(name)) is not { } count)
            return 1;
        return count is >= 1 and <= IntakeRules.MostUnits ? count : Wrong(name, $"The quantity must be from 1 to {IntakeRules.MostUnits:#,0}.", 1);
    }

    /// <summary>An amount that is written in minor units.</summary>
    public long? Minor(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var minor) && minor is >= 0 and <= IntakeRules.MostMinor
            ? minor
            : Wrong<long?>(name, "This must be an amount in minor units (cents): a whole number that is not negative.");
    }

    public long RequiredMinor(string name) => Required(name, Minor(name)) ?? 0;

    /// <summary>An amount that is written as decimal text, such as "15.00".</summary>
    public long? Amount(string name, Currency currency)
    {
        if (Words(name) is not { } text)
            return null;
        return currency.TryParseAmount(text, out var minor) && minor is >= 0 and <= IntakeRules.MostMinor
            ? minor
            : Wrong<long?>(name, $"'{Short(text)}' is no amount of {currency}: digits, with at most {Text.Count(currency.Decimals, "decimal")}.");
    }

    public long RequiredAmount(string name, Currency currency) => Required(name, Amount(name, currency)) ?? 0;

    public Currency? Currency(string name)
    {
        if (Required(name, Words(name)) is not { } code)
            return null;
        return Kernel.Currency.TryParse(code, null, out var currency)
            ? currency
            : Wrong<Currency?>(name, $"'{Short(code)}' is not an ISO 4217 currency code.");
    }

    public DateTimeOffset? Time(string name)
    {
        if (Words(name) is not { } text)
            return null;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) || !char.IsAsciiDigit(text[0]))
            return Wrong<DateTimeOffset?>(name, "This must be a time such as 2026-05-01T09:30:00Z.");
        return time >= Earliest && time < Latest ? time.ToUniversalTime() : Wrong<DateTimeOffset?>(name, "This time lies outside the years 1990 to 2099.");
    }

    public DateTimeOffset RequiredTime(string name) => Required(name, Time(name)) ?? Earliest;

    /// <summary>One of a few words, exactly as they are written.</summary>
    public T? Choice<T>(string name, IReadOnlyDictionary<string, T> choices) where T : struct
    {
        if (Words(name) is not { } word)
            return null;
        return choices.TryGetValue(word, out var choice) ? choice : Wrong<T?>(name, $"'{Short(word)}' is not one of {string.Join(", ", choices.Keys)}.");
    }

    public JsonFields? Object(string name) => Find(name) is { } value ? Open(value, PathOf(name), errors) : null;

    public IReadOnlyList<JsonFields> Objects(string name) =>
        [.. Items(name).Select((item, i) => Open(item, $"{PathOf(name)}[{i}]", errors)).OfType<JsonFields>()];

    public IReadOnlyList<string> ListOfWords(string name)
    {
        var words = new List<string>();
        foreach (var (item, i) in Items(name).Select((item, i) => (item, i)))
        {
            if (WordsOf($"{name}[{i}]", item) is { } each)
                words.Add(each);
        }
        return words;
    }

    public void Wrong(string name, string message) => errors.Add(new(PathOf(name), message));

    /// <summary>Notes every member that nobody asked for: a misspelled name must not pass as a missing one.</summary>
    public void RefuseOthers()
    {
        foreach (var name in members.Keys.Where(name => !asked.Contains(name)))
            Wrong(name, $"'{Short(name)}' is not a field that is known here.");
    }

    private static JsonFields? Open(JsonElement json, string path, List<FieldError> errors)
    {
        if (json.ValueKind == JsonValueKind.Object)
            return new JsonFields(json, path, errors);
        errors.Add(new(path.Length == 0 ? OrderFile.WholeFile : path, "This must be an object: { … }."));
        return null;
    }

    private IEnumerable<JsonElement> Items(string name)
    {
        if (Find(name) is not { } value)
            return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Wrong<IEnumerable<JsonElement>>(name, "This must be a list: [ … ].", []);
    }

    private string? WordsOf(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return Wrong<string?>(name, "This must be text.");
        return Unicode(value.GetString) is { } text ? Text.Clean(text) : Wrong<string?>(name, "This text is not valid Unicode.");
    }

    /// <summary>Null for half a surrogate pair or broken UTF-8, which the parser lets pass until the text is asked for.</summary>
    private static string? Unicode(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private JsonElement? Find(string name)
    {
        asked.Add(name);
        return members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private T? Required<T>(string name, T? value)
    {
        if (value is null && !errors.Exists(error => error.Path == PathOf(name)))
            Wrong(name, $"'{name}' is missing.");
        return value;
    }

    private T Wrong<T>(string name, string message, T instead = default!)
    {
        Wrong(name, message);
        return instead;
    }

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
