using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace OrdersAdmin.Cli.Http;

/// <summary>Speaks to the shop, and repeats what may be repeated: every POST carries a key, so that it is done once however often it is sent.</summary>
internal sealed class ShopClient(Account account, Surroundings around) : IDisposable
{
    private const int Attempts = 4;
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(30);

    /// <summary>Whoever has to wait longer than this decides for himself.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    // A redirect is an answer: a POST that turns into a GET on the way, or a token in foreign hands, is worse than an error.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
        BaseAddress = account.Url,
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 64 << 20,
    };

    public async Task<Answer> Send(Call call, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await Once(call, cancel);
            var pause = answer.RetryAfter ?? TimeSpan.FromMilliseconds(500 * (1 << (attempt - 1)) * (0.75 + Random.Shared.NextDouble() / 2));
            if (!IsPassing(answer) || attempt == Attempts || pause > LongestPause)
                return answer;
            await around.Words.WriteLineAsync($"{Output.Plainly.Of(answer.Trouble!.Sentence)} Trying again in {Math.Max(0, pause.TotalSeconds):0.#} s.");
            await around.Pause(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, cancel);
        }
    }

    public void Dispose() => http.Dispose();

    /// <remarks>After a lost answer the first try may still be at work; the shop then says how soon to ask again.</remarks>
    private static bool IsPassing(Answer answer) => answer.Status switch
    {
        null => true,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => true,
        HttpStatusCode.Conflict => answer.RetryAfter is not null,
        _ => false,
    };

    private async Task<Answer> Once(Call call, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(LongestAttempt);
        try
        {
            using var request = Request(call);
            using var response = await http.SendAsync(request, patience.Token);
            return await Answer.Of(response, patience.Token);
        }
        catch (HttpRequestException e)
        {
            return Answer.None($"The shop at {account.Url} was not reached: {Reason(e)}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Answer.None($"The shop at {account.Url} did not answer within {LongestAttempt.TotalSeconds:0} s.");
        }
    }

    private HttpRequestMessage Request(Call call)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(call.Path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.Token);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.UserAgent.ParseAdd($"{Tool.Name}/{typeof(ShopClient).Assembly.GetName().Version?.ToString(3)}");
        if (call.IsKeyed)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", call.Key);
        if (call.IfVersion is { } version)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        if (call.Body is not null)
            request.Content = new StringContent(call.Body, Encoding.UTF8, "application/json");
        return request;
    }

    private static string Reason(HttpRequestException e) => e switch
    {
        { InnerException: SocketException socket } => $"{socket.Message.TrimEnd('.')}.",
        { HttpRequestError: HttpRequestError.ResponseEnded } => "the connection was lost before the answer came.",
        _ => e.Message,
    };
}
