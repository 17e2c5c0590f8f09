using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Kernel;
using OrdersAdmin.Payments;

namespace OrdersAdmin.Tests.Payments;

public sealed class ReadingStripesAnswers
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Theory]
    [InlineData(200, """{"id":"re_1","amount":1,"currency":"eur","status":"a_word_of_tomorrow"}""", "", "Ok", false)]
    [InlineData(200, "not json", "", "Unclear", false)]
    [InlineData(401, """{"error":{"type":"invalid_request_error"}}""", "", "Paused", false)]
    [InlineData(403, """{"error":{"type":"invalid_request_error"}}""", "", "Paused", false)]
    [InlineData(400, """{"error":{"type":"idempotency_error"}}""", "", "KeyReused", false)]
    [InlineData(400, """{"error":{"type":"invalid_request_error","code":"charge_already_refunded"}}""", "", "Contested", false)]
    [InlineData(400, """{"error":{"type":"invalid_request_error","code":"amount_too_large"}}""", "", "Contested", false)]
    [InlineData(400, """{"error":{"type":"invalid_request_error","code":"charge_disputed"}}""", "", "Refused", false)]
    [InlineData(400, """{"error":{"type":"invalid_request_error","code":"parameter_invalid_integer"}}""", "", "Refused", false)]
    [InlineData(400, """{"error":{"type":"invalid_request_error"}}""", "Stripe-Should-Retry: true", "Unclear", true)]
    [InlineData(404, """{"error":{"type":"invalid_request_error","code":"resource_missing"}}""", "", "Refused", false)]
    [InlineData(409, """{"error":{"type":"invalid_request_error","code":"idempotency_key_in_use"}}""", "", "Unclear", true)]
    [InlineData(409, """{"error":{"type":"invalid_request_error"}}""", "Stripe-Should-Retry: false", "Unclear", false)]
    [InlineData(429, """{"error":{"type":"invalid_request_error","code":"rate_limit"}}""", "", "Unclear", false)]
    [InlineData(429, """{"error":{"type":"invalid_request_error","code":"lock_timeout"}}""", "Stripe-Should-Retry: true", "Unclear", true)]
    [InlineData(500, "", "", "Unclear", true)]
    [InlineData(500, "", "Idempotent-Replayed: true", "Unclear stop", false)]
    [InlineData(500, "", "Stripe-Should-Retry: false", "Unclear stop", false)]
    [InlineData(503, "<html>", "", "Unclear", true)]
    [InlineData(302, "", "", "Unclear", false)]
    public void Goes_by_status_type_code_and_headers(int status, string body, string header, string expected, bool again)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        if (header.Length > 0)
            response.Headers.Add(header.Split(": ")[0], header.Split(": ")[1]);

        var (answer, repeat) = StripeClassification.Of<StripeRefund>(response, Encoding.UTF8.GetBytes(body), Json, NullLogger.Instance);

        Assert.Equal(expected, answer.GetType().Name + (answer is StripeAnswer<StripeRefund>.Unclear { StopPosting: true } ? " stop" : ""));
        Assert.Equal(again, repeat);
    }

    [Theory]
    [InlineData("EUR", 1050, 1050)]
    [InlineData("JPY", 1050, 1050)]
    [InlineData("KRW", 1050, 1050)]
    [InlineData("ISK", 1050, 105_000)]
    [InlineData("UGX", 1050, 105_000)]
    [InlineData("KWD", 1050, 1050)]
    public void Amounts_go_out_and_come_back_the_same(string code, long minor, long stripes)
    {
        var currency = Currency.Parse(code);

        Assert.Equal(stripes, StripeAmount.ToStripe(minor, currency));
        Assert.True(StripeAmount.TryFromStripe(stripes, currency, out var back));
        Assert.Equal(minor, back);
    }

    [Fact]
    public void The_fifth_of_a_fils_is_not_sent_and_a_hundredth_of_a_krona_is_not_understood()
    {
        Assert.False(StripeAmount.CanSend(1055, Currency.Parse("KWD")));
        Assert.False(StripeAmount.TryFromStripe(105_050, Currency.Parse("ISK"), out _));
    }

    [Theory]
    [InlineData("sk_live_secret")]
    [InlineData("rk_live_secret")]
    public void A_live_key_is_refused_in_Development_and_never_repeated(string key)
    {
        var options = new StripeOptions { SecretKey = key, WebhookSecrets = ["whsec_1"] };

        var sentence = Assert.Single(options.Check(development: true));

        Assert.Contains("OrdersAdmin:Stripe:SecretKey is a live key", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", sentence, StringComparison.Ordinal);
        Assert.Empty(options.Check(development: false));
    }

    [Fact]
    public void Every_wrong_key_has_its_sentence()
    {
        var options = new StripeOptions { BaseUrl = "http://stripe.example", ApiVersion = "", SecretKey = "sk_test_1", WebhookSecrets = ["a", "b", "c"] };

        Assert.Equal(4, options.Check(development: true).Count);
        Assert.Single(new StripeOptions { SecretKey = "sk_test_1" }.Check(development: true));
        Assert.Empty(new StripeOptions().Check(development: true));
    }
}
