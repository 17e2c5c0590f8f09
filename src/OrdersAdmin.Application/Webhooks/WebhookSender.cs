using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace OrdersAdmin.Webhooks;

/// <summary>Sends a message once and says what came of it. Follows no redirect, keeps no cookie, uses no proxy, reads no more than the first 4 KB of the answer.</summary>
internal sealed class WebhookSender(HttpClient http, WebhookOptions options, TimeProvider clock)
{
    public const int LongestAnswer = 4096;

    public static HttpClient NewClient(GuardedConnection connection) => new(new SocketsHttpHandler
    {
        ConnectCallback = connection.Open,
        // A proxy would connect in our place, past the check.
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<SendResult> Send(string url, string messageId, string text, IReadOnlyList<string> secrets, CancellationToken cancel)
    {
        var (at, since) = (clock.GetUtcNow(), Stopwatch.GetTimestamp());
        using var request = Request(url, messageId, Encoding.UTF8.GetBytes(text), secrets, at.ToUnixTimeSeconds());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.Timeout);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var latency = Stopwatch.GetElapsedTime(since);
            var status = (int)response.StatusCode;
            return new SendResult(at, status, Milliseconds(latency), SendSentences.OfStatus(status), await Answer(response.Content, limit.Token, cancel));
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new SendResult(at, null, Milliseconds(Stopwatch.GetElapsedTime(since)), SendSentences.OfFailure(e, options.Timeout), null);
        }
    }

    private static HttpRequestMessage Request(string url, string messageId, byte[] body, IReadOnlyList<string> secrets, long time)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.UserAgent.ParseAdd("OrdersAdmin-Webhooks/1.0");
        request.Headers.Add("webhook-id", messageId);
        request.Headers.Add("webhook-timestamp", time.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Standard(messageId, time, body, secrets));
        request.Headers.Add("X-Aly-Signature", WebhookSignature.Aly(time, body, secrets));
        return request;
    }

    /// <summary>The status has decided already; what comes of the answer within the time is kept for whoever reads the log.</summary>
    private static async Task<string?> Answer(HttpContent content, CancellationToken limit, CancellationToken cancel)
    {
        var (bytes, length) = (new byte[LongestAnswer], 0);
        try
        {
            await using var stream = await content.ReadAsStreamAsync(limit);
            while (length < bytes.Length && await stream.ReadAsync(bytes.AsMemory(length), limit) is > 0 and var read)
                length += read;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return Text(bytes, length);
        }
        return Text(bytes, length);
    }

    private static string? Text(byte[] bytes, int length) => length == 0 ? null : Encoding.UTF8.GetString(bytes, 0, length).Replace('\0', ' ');

    private static int Milliseconds(TimeSpan time) => (int)time.TotalMilliseconds;
}

/// <param name="At">When it was sent.</param>
/// <param name="StatusCode">Null when there was no answer.</param>
/// <param name="Error">Why it did not arrive, as a sentence; null when it did.</param>
/// <param name="IsFinal">Sending it again cannot help.</param>
internal sealed record SendResult(DateTimeOffset At, int? StatusCode, int LatencyMs, string? Error, string? Answer, bool IsFinal = false)
{
    public bool Delivered => StatusCode is >= 200 and < 300;

    /// <summary>The receiver wants nothing more, ever.</summary>
    public bool Gone => StatusCode == 410;
}
