using System.Globalization;

namespace OrdersAdmin.Webhooks;

/// <summary>Why a message did not arrive, for the owner who reads the log.</summary>
internal static class SendSentences
{
    public static string? OfStatus(int status) => status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => $"The receiver answered {status}, a redirect. Redirects are not followed; enter the address that it leads to.",
        410 => "The receiver answered 410: it wants no more messages.",
        _ => $"The receiver answered {status}.",
    };

    public static string OfFailure(Exception failure, TimeSpan timeout) => failure switch
    {
        { InnerException: AddressRefusedException refused } => refused.Message,
        OperationCanceledException => string.Create(CultureInfo.InvariantCulture, $"There was no answer within {timeout.TotalSeconds:0.##} seconds."),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "The host name is not known.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "No secure connection came about; check the receiver's certificate.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "The receiver could not be reached.",
        _ => "The connection broke off, or what came back was not HTTP.",
    };
}
