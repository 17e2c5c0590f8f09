using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace OrdersAdmin.Benchmarks.Rest;

/// <summary>A request that no honest program sends; the same seed gives the same one. None of them can be carried out, so that nothing may change.</summary>
internal sealed record HostileRequest(string Method, string Path, string? Body, IReadOnlyList<(string Name, string Value)> Headers)
{
    private static readonly string[] Texts =
    [
        "", " ", "\0", "'", "\"", "' OR 1=1 --", "<script>alert(1)</script>", "../../etc/passwd", "%2e%2e%2f", "%", "{{7*7}}", "\u202e", "\ud83d\ude00", "\\ud800", "null", "NaN", "1e999",
        "-1", "0", "9223372036854775808", "2026-13-45", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "ord_zzzzzzzzzzzzzzzzzzzzzzzzzz", "ord_00000000000000000000000000", "MATCH", "a*", "\"a\" OR",
    ];

    private static readonly string[] Numbers = ["-1", "0", "1.5", "1e400", "-0", "9223372036854775807", "99999999999999999999", "null", "true", "\"1\"", "[]", "{}"];

    private static readonly string[] Fields = ["carrier", "items", "amount", "reason", "quantity", "line_item_id", "note", "tags", "channel_name", "line_items", "totals", "__proto__", "$type", "Carrier", "ship_date"];

    private static readonly (string Method, string Path)[] Acts =
    [
        ("GET", ""), ("POST", ""), ("GET", "/{id}"), ("PATCH", "/{id}"), ("GET", "/{id}/timeline"), ("GET", "/by-number/{id}"), ("GET", "/returns"), ("POST", "/{id}/cancel"),
        ("POST", "/{id}/fulfill"), ("POST", "/{id}/fulfillments/{part}/deliver"), ("POST", "/{id}/fulfillments/{part}/cancel"),
        ("POST", "/{id}/refund"), ("POST", "/{id}/refunds/{part}/approve"), ("POST", "/{id}/refunds/{part}/decline"), ("POST", "/{id}/refunds/{part}/cancel"),
        ("POST", "/{id}/returns"), ("POST", "/{id}/returns/{part}/approve"), ("POST", "/{id}/returns/{part}/receive"), ("POST", "/{id}/returns/{part}/inspect"),
        ("POST", "/{id}/exchanges"), ("POST", "/{id}/exchanges/{part}/receive"), ("POST", "/{id}/exchanges/{part}/reject"), ("GET", "/{id}/nothing"),
    ];

    private static readonly string[] Parameters = ["status", "limit", "cursor", "q", "tag", "created_after", "modified_after", "number", "customer_id", "currency", "channel", "site_slug", "envelope", "$where", "limit[]"];

    /// <param name="order">An order that is there, which some of them aim at.</param>
    /// <param name="token">A token that may write, which most of them carry.</param>
    public static HostileRequest Of(int seed, string order, string token)
    {
        var random = new Random(seed);
        var id = random.Next(3) == 0 ? Segment(random) : order;
        var act = Acts[random.Next(Acts.Length)];
        var path = RestShop.Orders + act.Path.Replace("{id}", id, StringComparison.Ordinal).Replace("{part}", "x" + Segment(random), StringComparison.Ordinal);
        var method = random.Next(8) != 0 ? act.Method : Pick(random, ["GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "BREW"]);
        if (method == "GET" || random.Next(4) == 0)
            path += "?" + string.Join('&', Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{Pick(random, Parameters)}={Uri.EscapeDataString(Text(random))}"));
        var headers = new List<(string, string)> { ("Content-Type", Pick(random, ["application/json", "application/json", "application/json", "text/plain", "application/json; charset=utf-7", "multipart/form-data"])) };
        if (random.Next(10) != 0)
            headers.Add(("Authorization", random.Next(20) == 0 ? "Bearer " + Plain(Text(random)) : $"Bearer {token}"));
        if (random.Next(4) == 0)
            headers.Add(("Idempotency-Key", Pick(random, ["", "k", new string('k', 300), Plain(Text(random)), seed.ToString(CultureInfo.InvariantCulture)])));
        if (random.Next(6) == 0)
            headers.Add(("If-Match", Pick(random, ["*", "W/\"1\"", "\"99\"", "1", "\"\"", "\"1\", \"2\"", "\"-1\""])));
        return new(method, path, method is "GET" or "HEAD" ? null : Content(random), headers);
    }

    public HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(Path, UriKind.Relative));
        if (Body is not null)
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(Headers.First(header => header.Name == "Content-Type").Value) } };
        foreach (var (name, value) in Headers.Where(header => header.Name != "Content-Type"))
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    // Every one of them is wrong in at least one place: a field that nobody knows.
    private static string Content(Random random) => random.Next(8) switch
    {
        0 => "?" + Text(random),
        1 => new string('[', random.Next(1, 2000)),
        2 => "{\"a\":" + string.Concat(Enumerable.Repeat("{\"a\":", random.Next(1, 500))),
        3 => $"{{\"carrier\":\"{new string('x', random.Next(1, 200_000))}\",\"unknown\":1}}",
        4 => "\ufeff{\"unknown\":1}",
        _ => $"{{{string.Join(',', Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"\"{Pick(random, Fields)}\":{Value(random, 0)}"))},\"unknown_{random.Next(9)}\":{Value(random, 0)}}}",
    };

    private static string Value(Random random, int depth) => random.Next(depth > 3 ? 2 : 4) switch
    {
        0 => Pick(random, Numbers),
        1 => "\"" + Text(random).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
        2 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1)))}]",
        _ => $"{{\"{Pick(random, Fields)}\":{Value(random, depth + 1)}}}",
    };

    private static string Text(Random random) => random.Next(20) == 0 ? new string('a', random.Next(1, 6000)) : Pick(random, Texts);

    // A server that has no sockets throws on a NUL in a path; a real one refuses it before any of ours sees it.
    private static string Segment(Random random) => Uri.EscapeDataString(Text(random).Replace("\0", "", StringComparison.Ordinal));

    /// <summary>As a header can carry it.</summary>
    private static string Plain(string text) => string.Concat(text.Where(letter => letter is > ' ' and < '\u007f'));

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
