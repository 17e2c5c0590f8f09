using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OrdersAdmin.Cli.Http;

/// <summary>What became of a call: the shop's answer, or why there is none.</summary>
/// <param name="Status">Null when no answer arrived.</param>
/// <param name="Body">The bytes as the shop sent them.</param>
internal sealed partial record Answer(HttpStatusCode? Status, byte[] Body)
{
    /// <summary>The error as the shop wrote it, or what the network said.</summary>
    public Trouble? Trouble { get; init; }

    /// <summary>How long the shop asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The address of the next page, from the Link header.</summary>
    public string? Next { get; init; }

    public bool Succeeded => Status is { } status && (int)status is >= 200 and < 300;

    public bool WasInterrupted { get; init; }

    /// <summary>It is the answer that the key got the first time.</summary>
    public bool WasReplayed { get; init; }

    public int ExitCode => Status is { } status ? ExitCodes.Of(status) : WasInterrupted ? ExitCodes.Interrupted : ExitCodes.Network;

    /// <summary>Whether the call may have been carried out although it looks failed.</summary>
    public bool IsUncertain => Status is null || (int)Status >= 500;

    public JsonDocument Json() => JsonDocument.Parse(Body);

    public static async Task<Answer> Of(HttpResponseMessage response, CancellationToken cancel)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancel);
        return new(response.StatusCode, body)
        {
            Trouble = response.IsSuccessStatusCode ? null : Trouble.Read(response.StatusCode, body),
            RetryAfter = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - response.Headers.Date : null,
            WasReplayed = response.Headers.Contains("Idempotent-Replayed"),
            Next = response.Headers.TryGetValues("Link", out var links) && NextLink().Match(string.Join(", ", links)) is { Success: true } link
                ? link.Groups["address"].Value
                : null,
        };
    }

    public static Answer None(string why) => new(null, []) { Trouble = new(why) };

    [GeneratedRegex("""<(?<address>[^>]*)>\s*;\s*rel="?next"?""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NextLink();
}
