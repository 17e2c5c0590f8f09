namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>An answer ready for the wire, and for being replayed byte by byte.</summary>
internal sealed record Answer(int Status, byte[] Body, string RequestId, bool? ShouldRetry = null)
{
    public static Answer Of(StripeError error, string requestId, bool? shouldRetry = null) =>
        new(error.Status, StripeJson.Write(error.ToJson()), requestId, shouldRetry);
}
