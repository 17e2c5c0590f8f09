namespace OrdersAdmin.Web.Api;

/// <summary>A kind of answer that says no. Its code and its address stay for ever; programs decide by them.</summary>
/// <param name="Meaning">For the page that documents it.</param>
public sealed record ProblemKind(string Code, int Status, string Title, string Meaning)
{
    public static readonly ProblemKind Malformed = new("malformed", 400, "The request is malformed",
        "The JSON, a query parameter or a header is not what the documentation says: a field that is not known or is there twice, a wrong type, a text that is too long, a negative number. `errors` names each place. Nothing was changed.");

    public static readonly ProblemKind KeyMissing = new("idempotency_key_missing", 400, "An Idempotency-Key is required",
        "This request makes something new. Send a header Idempotency-Key of your own choice, and send the same one when you repeat the request.");

    public static readonly ProblemKind Unauthenticated = new("unauthenticated", 401, "There is no valid token",
        "Send a header Authorization: Bearer with a token that has neither expired nor been revoked. Cookies count for nothing here.");

    public static readonly ProblemKind ScopeMissing = new("insufficient_scope", 403, "The token is not for this",
        "Reading needs the scope read:orders, everything else write:orders.");

    public static readonly ProblemKind Forbidden = new("forbidden", 403, "This is not permitted",
        "The token has the scope, but whoever made it may not do this themselves, at this moment.");

    public static readonly ProblemKind NotFound = new("not_found", 404, "There is nothing here",
        "It does not exist, or it belongs to a site that the token is not for; the two are not told apart.");

    public static readonly ProblemKind Method = new("method_not_allowed", 405, "The address does not take this method", "The header Allow says which methods it takes.");

    public static readonly ProblemKind InFlight = new("idempotency_key_in_flight", 409, "The same request is being carried out",
        "A request with this Idempotency-Key has not been answered yet. Wait, and send it again with the same key.");

    public static readonly ProblemKind State = new("state", 409, "The state does not permit it",
        "What was asked for is legal, but not now: the order, its goods or its money have moved on. `allowed_actions` of the order tells what is.");

    public static readonly ProblemKind Stale = new("stale", 412, "It has changed since you read it",
        "The version in If-Match is not the current one; `detail` says who changed what. Read it again and decide anew.");

    public static readonly ProblemKind TooLarge = new("too_large", 413, "The body is too large", "A request has at most 1 MB.");

    public static readonly ProblemKind MediaType = new("unsupported_media_type", 415, "The body is not JSON", "Send Content-Type: application/json.");

    public static readonly ProblemKind Refused = new("refused", 422, "It cannot be done as asked",
        "The request is well-formed, and what it asks for is not possible: more than is left, a line that the order does not have. `errors` names each place. Nothing was changed.");

    public static readonly ProblemKind KeyReused = new("idempotency_key_reused", 422, "The key stands for another request",
        "This Idempotency-Key was sent with another body in the last 24 hours. Choose a new key for a new request.");

    public static readonly ProblemKind TooMany = new("rate_limited", 429, "Too many requests", "Wait for as many seconds as Retry-After says. RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset are on every answer.");

    public static readonly ProblemKind Internal = new("internal_error", 500, "The server failed",
        "It is our fault. Send the request again with the same Idempotency-Key: it is not carried out twice.");

    public static readonly ProblemKind Gateway = new("gateway_failed", 502, "A peer did not do its part", "The payment provider did not answer as it should. Try again later.");

    public static readonly ProblemKind Busy = new("busy", 503, "Too much at once", "Nothing was changed. Send the same request again after as many seconds as Retry-After says.");

    /// <summary>Every kind, for the page.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
        [Malformed, KeyMissing, Unauthenticated, ScopeMissing, Forbidden, NotFound, Method, InFlight, State, Stale, TooLarge, MediaType, Refused, KeyReused, TooMany, Internal, Gateway, Busy];

    /// <summary>Where the kind is explained; the problem's <c>type</c>.</summary>
    public string Address => $"/docs/problems#{Code}";

    /// <summary>The kind of a bare status that the framework answered.</summary>
    public static ProblemKind OfStatus(int status) => status switch
    {
        401 => Unauthenticated,
        403 => Forbidden,
        404 => NotFound,
        405 => Method,
        413 => TooLarge,
        415 => MediaType,
        >= 500 => Internal,
        _ => Malformed,
    };
}
