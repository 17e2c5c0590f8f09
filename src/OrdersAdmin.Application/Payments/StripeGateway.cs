using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace OrdersAdmin.Payments;

/// <summary>The calls that we make to Stripe, and no others. Logs neither keys nor bodies.</summary>
internal sealed class StripeGateway(HttpClient http, StripeOptions options, TimeProvider clock, ILogger<StripeGateway> log)
{
    public const string OurIdKey = "refund_id";
    public const string AttemptKey = "attempt";
    private const int Repetitions = 2;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public bool IsConfigured => options.IsConfigured;

    /// <summary>The body of a refund request; made once, kept, and sent as it is each time.</summary>
    public static byte[] RefundBody(string paymentIntent, long amount, string? reason, string ourId, int orderNumber) => Form(
        ("payment_intent", paymentIntent),
        ("amount", amount.ToString(CultureInfo.InvariantCulture)),
        ("reason", reason),
        ($"metadata[{OurIdKey}]", ourId),
        ("metadata[order_number]", orderNumber.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The body of a request for a page to pay on; made once, kept, and sent as it is each time. The amount is in Stripe's units.</summary>
    public static byte[] CheckoutBody(long amount, string currency, string what, string thanks, string? email, string reference, int attempt) => Form(
        ("mode", "payment"),
        ("line_items[0][price_data][currency]", currency),
        ("line_items[0][price_data][unit_amount]", amount.ToString(CultureInfo.InvariantCulture)),
        ("line_items[0][price_data][product_data][name]", what),
        ("line_items[0][quantity]", "1"),
        ("success_url", thanks),
        ("customer_email", email),
        ("client_reference_id", reference),
        ($"metadata[{AttemptKey}]", attempt.ToString(CultureInfo.InvariantCulture)),
        ("payment_intent_data[metadata][exchange_id]", reference),
        ("payment_intent_data[description]", what));

    public Task<StripeAnswer<StripeCheckoutSession>> CreateCheckout(string key, byte[] body, CancellationToken cancel) =>
        Call<StripeCheckoutSession>(HttpMethod.Post, "v1/checkout/sessions", cancel, body, key);

    public Task<StripeAnswer<StripeCheckoutSession>> GetCheckout(string id, CancellationToken cancel) =>
        Call<StripeCheckoutSession>(HttpMethod.Get, $"v1/checkout/sessions/{Uri.EscapeDataString(id)}", cancel);

    /// <summary>Nobody can pay there any more; refused where somebody has.</summary>
    public Task<StripeAnswer<StripeCheckoutSession>> ExpireCheckout(string id, CancellationToken cancel) =>
        Call<StripeCheckoutSession>(HttpMethod.Post, $"v1/checkout/sessions/{Uri.EscapeDataString(id)}/expire", cancel, [], $"expire-{id}");

    public Task<StripeAnswer<StripeRefund>> CreateRefund(string key, byte[] body, CancellationToken cancel) => Call<StripeRefund>(HttpMethod.Post, "v1/refunds", cancel, body, key);

    public Task<StripeAnswer<StripeRefund>> GetRefund(string id, CancellationToken cancel) => Call<StripeRefund>(HttpMethod.Get, $"v1/refunds/{Uri.EscapeDataString(id)}", cancel);

    /// <summary>Only from requires_action.</summary>
    public Task<StripeAnswer<StripeRefund>> CancelRefund(string id, CancellationToken cancel) =>
        Call<StripeRefund>(HttpMethod.Post, $"v1/refunds/{Uri.EscapeDataString(id)}/cancel", cancel, [], $"cancel-{id}");

    public Task<StripeAnswer<StripePaymentIntent>> GetPaymentIntent(string id, CancellationToken cancel) =>
        Call<StripePaymentIntent>(HttpMethod.Get, $"v1/payment_intents/{Uri.EscapeDataString(id)}", cancel);

    public Task<StripeAnswer<StripeCharge>> GetCharge(string id, CancellationToken cancel) => Call<StripeCharge>(HttpMethod.Get, $"v1/charges/{Uri.EscapeDataString(id)}", cancel);

    /// <summary>Every refund of a payment, all pages.</summary>
    public Task<StripeAnswer<IReadOnlyList<StripeRefund>>> ListRefunds(string paymentIntent, CancellationToken cancel) =>
        ListAll<StripeRefund>($"v1/refunds?limit=100&payment_intent={Uri.EscapeDataString(paymentIntent)}", refund => refund.Id, cancel);

    public Task<StripeAnswer<IReadOnlyList<StripeRefund>>> ListRefundsOfCharge(string charge, CancellationToken cancel) =>
        ListAll<StripeRefund>($"v1/refunds?limit=100&charge={Uri.EscapeDataString(charge)}", refund => refund.Id, cancel);

    /// <summary>Every refund that was made since, on any payment.</summary>
    public Task<StripeAnswer<IReadOnlyList<StripeRefund>>> ListRefundsSince(DateTimeOffset since, CancellationToken cancel) =>
        ListAll<StripeRefund>($"v1/refunds?limit=100&created[gte]={since.ToUnixTimeSeconds()}", refund => refund.Id, cancel);

    public Task<StripeAnswer<IReadOnlyList<StripeEvent>>> ListEventsSince(DateTimeOffset since, CancellationToken cancel) =>
        ListAll<StripeEvent>($"v1/events?limit=100&created[gte]={since.ToUnixTimeSeconds()}", each => each.Id, cancel);

    private async Task<StripeAnswer<IReadOnlyList<T>>> ListAll<T>(string path, Func<T, string> id, CancellationToken cancel)
    {
        var all = new List<T>();
        while (true)
        {
            var after = all.Count == 0 ? "" : $"&starting_after={Uri.EscapeDataString(id(all[^1]))}";
            switch (await Call<StripeList<T>>(HttpMethod.Get, path + after, cancel))
            {
                case StripeAnswer<StripeList<T>>.Ok { Value: var page }:
                    all.AddRange(page.Data);
                    if (!page.HasMore || page.Data.Count == 0)
                        return new StripeAnswer<IReadOnlyList<T>>.Ok(all);
                    break;
                case var other:
                    return As<IReadOnlyList<T>, StripeList<T>>(other);
            }
        }
    }

    private async Task<StripeAnswer<T>> Call<T>(HttpMethod method, string path, CancellationToken cancel, byte[]? body = null, string? key = null)
    {
        for (var repetition = 0; ; repetition++)
        {
            var (answer, again) = await Once<T>(method, path, body, key, cancel);
            if (!again || repetition == Repetitions)
                return answer;
            var pause = options.RetryPause * (1 << repetition);
            // Half of it is chance, so that many who failed together do not come back together.
            await Task.Delay((pause < LongestPause ? pause : LongestPause) * (0.5 + Random.Shared.NextDouble() / 2), clock, cancel);
        }
    }

    private async Task<(StripeAnswer<T> Answer, bool Again)> Once<T>(HttpMethod method, string path, byte[]? body, string? key, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(options.BaseUrl.TrimEnd('/') + "/"), path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.SecretKey);
        request.Headers.Add("Stripe-Version", options.ApiVersion);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") } };

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.Timeout);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(limit.Token);
            return StripeClassification.Of<T>(response, bytes, Json, log);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (new StripeAnswer<T>.Unclear("timeout", StopPosting: false), true);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            log.LogWarning("Stripe could not be reached: {Error}", e is HttpRequestException { HttpRequestError: var kind } ? kind.ToString() : e.GetType().Name);
            return (new StripeAnswer<T>.Unclear("connection_error", StopPosting: false), true);
        }
    }

    internal static StripeAnswer<TOut> As<TOut, TIn>(StripeAnswer<TIn> answer) => answer switch
    {
        StripeAnswer<TIn>.Unclear(var code, var stop) => new StripeAnswer<TOut>.Unclear(code, stop),
        StripeAnswer<TIn>.Paused(var code) => new StripeAnswer<TOut>.Paused(code),
        StripeAnswer<TIn>.Contested(var code) => new StripeAnswer<TOut>.Contested(code),
        StripeAnswer<TIn>.Refused(var code) => new StripeAnswer<TOut>.Refused(code),
        StripeAnswer<TIn>.KeyReused(var code) => new StripeAnswer<TOut>.KeyReused(code),
        _ => throw new InvalidOperationException("A value cannot become another value."),
    };

    private static byte[] Form(params (string Name, string? Value)[] fields) => Encoding.ASCII.GetBytes(string.Join('&', fields
        .Where(field => field.Value is not null)
        .Select(field => $"{WebUtility.UrlEncode(field.Name)}={WebUtility.UrlEncode(field.Value)}")));
}
