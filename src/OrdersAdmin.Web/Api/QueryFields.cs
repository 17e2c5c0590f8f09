using System.Globalization;
using System.Text.Json;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Api;

/// <summary>The parameters of a list, read by name. What is wrong is noted under its name; what nobody asked for is wrong too.</summary>
internal sealed class QueryFields(IQueryCollection query)
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly List<FieldError> errors = [];

    public bool Has(string name) => Text(name) is not null;

    /// <summary>Refuses whatever was sent besides the named ones.</summary>
    public void RefuseBesides(string message, params string[] names)
    {
        foreach (var other in query.Keys.Except(names, StringComparer.Ordinal).Where(asked.Add))
            Refuse(other, message);
    }

    public string? Text(string name, int longest = 300)
    {
        asked.Add(name);
        if (!query.TryGetValue(name, out var sent))
            return null;
        if (sent.Count > 1)
            return Wrong<string>(name, $"'{name}' is there twice.");
        return sent.ToString() is not { Length: > 0 } text ? Wrong<string>(name, $"'{name}' is empty.")
            : text.Length > longest ? Wrong<string>(name, $"'{name}' is longer than {longest} characters.")
            : text;
    }

    public int? Count(string name, int least, int most) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= most ? count
        : Wrong<int?>(name, $"'{name}' must be a whole number from {least} to {most}.");

    public DateTimeOffset? Time(string name) => Text(name) is not { } text ? null
        : char.IsAsciiDigit(text[0]) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time >= Earliest && time < Latest ? time.ToUniversalTime()
        : Wrong<DateTimeOffset?>(name, $"'{name}' must be a time such as 2026-05-01T09:30:00Z.");

    public Currency? Currency(string name) => Text(name) is not { } text ? null
        : Kernel.Currency.TryParse(text, null, out var currency) ? currency
        : Wrong<Currency?>(name, $"'{name}' must be an ISO 4217 currency code, such as EUR.");

    public string? Id<T>(string name, string what) where T : IIdentified => Text(name) is not { } text ? null
        : Kernel.Id<T>.TryParse(text, null, out _) ? text
        : Wrong<string>(name, $"'{name}' must be the id of a {what}: {T.IdPrefix}…");

    /// <summary>One of the words of an enumeration, as the JSON writes it.</summary>
    public T? Choice<T>(string name) where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value) == text)
                return value;
        }
        return Wrong<T?>(name, $"'{name}' must be one of {string.Join(", ", Enum.GetValues<T>().Select(Word))}.");
    }

    public void Refuse(string name, string message) => errors.Add(new(name, message));

    /// <summary>The list that was asked for, or every parameter that is wrong.</summary>
    public Result<T> Close<T>(T value) where T : notnull
    {
        foreach (var name in query.Keys.Where(name => !asked.Contains(name)))
            Refuse(name.Length > 40 ? name[..40] + "…" : name, "This parameter is not known here.");
        return errors.Count > 0 ? new Problem.Invalid(errors) : value;
    }

    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private T? Wrong<T>(string name, string message)
    {
        Refuse(name, message);
        return default;
    }
}
