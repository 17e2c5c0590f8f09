using System.Net;

namespace OrdersAdmin.Cli;

/// <summary>What a script can tell from the end of a run.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Other = 1;
    public const int Arguments = 2;
    public const int Unauthenticated = 3;
    public const int Forbidden = 4;
    public const int NotFound = 5;
    public const int Refused = 6;
    public const int RateLimited = 7;
    public const int Network = 8;

    /// <summary>What a shell reports of a program that was interrupted from the keyboard.</summary>
    public const int Interrupted = 130;

    public static readonly IReadOnlyList<(int Code, string Means)> All =
    [
        (Done, "done"),
        (Other, "anything else, such as an error inside the shop"),
        (Arguments, "wrong arguments, found here or by the shop (400)"),
        (Unauthenticated, "no token, or one that the shop does not know (401)"),
        (Forbidden, "the token may not do this (403)"),
        (NotFound, "there is no such thing on the token's sites (404)"),
        (Refused, "refused, or in conflict with what is there (409, 412, 422)"),
        (RateLimited, "too many requests, also after waiting (429)"),
        (Network, "the shop was not reached, or did not answer (network, 502, 503, 504)"),
    ];

    public static int Of(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => Done,
        400 => Arguments,
        401 => Unauthenticated,
        403 => Forbidden,
        404 => NotFound,
        409 or 412 or 422 => Refused,
        429 => RateLimited,
        502 or 503 or 504 => Network,
        _ => Other,
    };
}
