using System.Net.Http.Headers;

namespace OrdersAdmin.StripeSimulator.Webhooks;

/// <summary>Sends one signed body to one receiver, and tells what came of it.</summary>
internal sealed class WebhookPost : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    public async Task<DeliveryAttempt> Send(Uri url, byte[] body, string? signature, DateTimeOffset at, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.TryAddWithoutValidation("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)");
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return new DeliveryAttempt(at, (int)response.StatusCode, null);
        }
        catch (HttpRequestException refused)
        {
            return new DeliveryAttempt(at, null, refused.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new DeliveryAttempt(at, null, "Timeout");
        }
    }

    public void Dispose() => http.Dispose();
}
