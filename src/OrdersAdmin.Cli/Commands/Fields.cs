using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrdersAdmin.Cli.Commands;

/// <summary>The kinds of options that there are.</summary>
internal static class Fields
{
    public static Field<string> Text(string name, string member, string value, string does, params string[] choices)
    {
        var field = new Field<string>(name, member, value, does, text => text);
        field.CompletionSources.Add(choices);
        return field;
    }

    public static Field<int> Number(string name, string member, string value, string does) => new(name, member, value, does, number => number);

    /// <summary>Minor units, as everywhere in the API.</summary>
    public static Field<long> Amount(string name, string member, string does) => new(name, member, "CENTS", does, amount => amount);

    public static Field<bool> Switch(string name, string member, string does) =>
        new(name, member, "", does, on => on) { Arity = ArgumentArity.Zero };

    /// <summary>A list; one empty text is the empty list.</summary>
    public static Field<string[]> Texts(string name, string member, string value, string does, params string[] choices)
    {
        var field = new Field<string[]>(name, member, value, does, texts => new JsonArray([.. texts.Where(text => text.Length > 0).Select(text => (JsonNode?)text)]));
        field.CompletionSources.Add(choices);
        return field;
    }

    /// <summary>JSON as it is to be sent.</summary>
    public static Field<string> Json(string name, string member, string does)
    {
        var field = new Field<string>(name, member, "JSON", does, text => JsonNode.Parse(text));
        field.Validators.Add(option =>
        {
            if (option.Tokens is [var token] && !IsJson(token.Value))
                option.AddError($"{name} is no JSON: {token.Value}");
        });
        return field;
    }

    /// <summary><c>--item li_1:2</c>, repeated.</summary>
    public static Field<string[]> Items(string does)
    {
        var field = new Field<string[]>("--item", "items", "LINE:QUANTITY", does, items => new JsonArray([.. items.Select(Item)]));
        field.Validators.Add(option =>
        {
            foreach (var token in option.Tokens.Where(token => !TryReadItem(token.Value, out _, out _)))
                option.AddError($"'{token.Value}' is not LINE:QUANTITY, as in --item li_1:2.");
        });
        return field;
    }

    public static T Required<T>(this T option) where T : Option
    {
        option.Required = true;
        return option;
    }

    /// <summary>What the command's fields say, as the body of a request.</summary>
    public static JsonObject Body(ParseResult parse)
    {
        var body = new JsonObject();
        foreach (var (member, value) in Given(parse))
        {
            var (holder, name) = (body, member);
            if (member.Split('.') is [var outer, var inner])
            {
                if (body[outer] is not JsonObject nested)
                    body[outer] = nested = [];
                (holder, name) = (nested, inner);
            }
            holder[name] = value;
        }
        return body;
    }

    /// <summary>The same as a query, with its question mark; empty when nothing was said.</summary>
    public static string Query(ParseResult parse, params IEnumerable<string> more)
    {
        var members = Given(parse).Select(field => $"{field.Member}={Uri.EscapeDataString(field.Value!.ToString())}").Concat(more).ToList();
        return members.Count == 0 ? "" : "?" + string.Join('&', members);
    }

    private static IEnumerable<(string Member, JsonNode? Value)> Given(ParseResult parse) =>
        parse.CommandResult.Command.Options.OfType<IField>().Select(field => field.Read(parse)).OfType<(string, JsonNode?)>();

    private static JsonNode Item(string text)
    {
        TryReadItem(text, out var line, out var quantity);
        return new JsonObject { ["line_item_id"] = line, ["quantity"] = quantity };
    }

    private static bool TryReadItem(string text, out string line, out int quantity)
    {
        var colon = text.LastIndexOf(':');
        line = colon > 0 ? text[..colon] : "";
        return int.TryParse(colon > 0 ? text.AsSpan(colon + 1) : "", System.Globalization.NumberStyles.None, null, out quantity) && quantity > 0;
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
