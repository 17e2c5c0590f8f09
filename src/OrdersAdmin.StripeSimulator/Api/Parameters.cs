using System.Globalization;
using System.Net;

namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>The form or query of a request, read strictly: what no endpoint asked for is refused, as is what it cannot read.</summary>
internal sealed class Parameters
{
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private StripeError? error;

    private Parameters()
    {
    }

    /// <summary>One spelling of the same parameters, whatever their order: what an idempotency key is compared by.</summary>
    public string Fingerprint => string.Join('&', fields
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => WebUtility.UrlEncode(pair.Key) + "=" + WebUtility.UrlEncode(pair.Value)));

    public static Parameters Parse(string form)
    {
        var parameters = new Parameters();
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = WebUtility.UrlDecode(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? "" : WebUtility.UrlDecode(pair[(equals + 1)..]);
            if (name.EndsWith("[]", StringComparison.Ordinal))
                name = parameters.NextOf(name[..^2]);
            parameters.fields[name] = value;
        }

        return parameters;
    }

    public bool Has(string name) => fields.ContainsKey(name);

    public bool HasAny(string prefix) => fields.Keys.Any(name => name.StartsWith(prefix, StringComparison.Ordinal));

    public string? Text(string name)
    {
        known.Add(name);
        if (!fields.TryGetValue(name, out var value))
            return null;
        if (value.Length > 0)
            return value;
        Refuse(StripeError.Invalid("parameter_invalid_empty", $"You passed an empty string for '{name}'. We assume empty values are an attempt to unset a field; however '{name}' cannot be unset. You should remove '{name}' from your request or supply a non-empty value.", name));
        return null;
    }

    public string Required(string name)
    {
        if (Text(name) is { } value)
            return value;
        Refuse(StripeError.Invalid("parameter_missing", $"Missing required param: {name}.", name));
        return "";
    }

    public long? Integer(string name, long least, long most = long.MaxValue)
    {
        if (Text(name) is not { } text)
            return null;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            Refuse(StripeError.Invalid("parameter_invalid_integer", $"Invalid integer: {text}", name));
        else if (value < least)
            Refuse(StripeError.Invalid("parameter_invalid_integer", $"This value must be greater than or equal to {least}.", name));
        else if (value > most)
            Refuse(StripeError.Invalid("parameter_invalid_integer", $"This value must be less than or equal to {most}.", name));
        return value;
    }

    public bool? Flag(string name) => OneOf(name, "true", "false") is { } text ? text == "true" : null;

    public string? OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        if (Text(name) is not { } text || allowed.Contains(text))
            return Text(name);
        var all = allowed.Length == 1 ? allowed[0] : string.Join(", ", allowed[..^1]!) + ", or " + allowed[^1];
        Refuse(StripeError.Invalid(null, $"Invalid {name}: must be one of {all}", name));
        return null;
    }

    /// <summary>An array, sent as <c>name[]</c> or <c>name[0]</c>.</summary>
    public IReadOnlyList<string> Many(string name)
    {
        var values = new List<string>();
        for (var i = 0; fields.ContainsKey($"{name}[{i}]"); i++)
        {
            if (Text($"{name}[{i}]") is { } value)
                values.Add(value);
        }

        return values;
    }

    /// <summary>Key-value pairs, sent as <c>name[key]</c>; null as a value asks to unset that key, and a lone empty name asks to unset all.</summary>
    public MetadataChange Metadata(string name = "metadata")
    {
        known.Add(name);
        var clear = fields.TryGetValue(name, out var whole);
        if (clear && whole!.Length > 0)
            Refuse(StripeError.Invalid(null, $"Invalid hash: {whole}", name));
        var sent = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (field, value) in fields.Where(field => field.Key.StartsWith(name + "[", StringComparison.Ordinal)))
        {
            known.Add(field);
            var key = field[(name.Length + 1)..^1];
            if (!field.EndsWith(']') || key.Length is 0 or > 40 || key.AsSpan().IndexOfAny('[', ']') >= 0)
                Refuse(StripeError.Invalid(null, "Metadata keys must be 1 to 40 characters long and hold no square brackets.", field));
            if (value.Length > 500)
                Refuse(StripeError.Invalid(null, $"Metadata values can have up to 500 characters, but you passed in a value that is {value.Length} characters. Invalid value: {value[..20]}...", field));
            sent[key] = value.Length == 0 ? null : value;
        }

        return new MetadataChange(clear, sent);
    }

    public void Refuse(StripeError refusal) => error ??= refusal;

    /// <summary>The first thing wrong, once an endpoint has read all it knows: an unknown parameter comes first, as at Stripe.</summary>
    public StripeError? Refusal()
    {
        var unknown = fields.Keys.FirstOrDefault(name => !known.Contains(name));
        return unknown is null
            ? error
            : StripeError.Invalid("parameter_unknown", $"Received unknown parameter: {unknown}", unknown);
    }

    private string NextOf(string name)
    {
        var next = 0;
        while (fields.ContainsKey($"{name}[{next}]"))
            next++;
        return $"{name}[{next}]";
    }
}
