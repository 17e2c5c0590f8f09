using System.Net;
using System.Text.Json;

namespace OrdersAdmin.Cli.Http;

/// <summary>A failure in words: a problem document (RFC 9457) of the shop, or a sentence of ours.</summary>
internal sealed record Trouble(string Sentence, string? Code = null)
{
    /// <summary>Wrong fields, each with its path.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    public static Trouble Read(HttpStatusCode status, byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var problem = document.RootElement;
            if (problem.ValueKind == JsonValueKind.Object && (problem.Text("detail") is { Length: > 0 } sentence || (sentence = problem.Text("title")).Length > 0))
            {
                return new(sentence, problem.Text("code"))
                {
                    Fields = [.. problem.Items("errors").Select(error => $"{error.Text("path")}: {error.Text("message")}")],
                };
            }
        }
        catch (JsonException)
        {
            // Something on the way answered, not the shop.
        }
        return new($"The shop answered {(int)status} without saying why.");
    }
}
