using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Api;

/// <summary>The one place where what stood in the way becomes HTTP: application/problem+json as of RFC 9457.</summary>
internal static class ProblemHttp
{
    public const string ContentType = "application/problem+json";

    /// <summary>A workflow's refusal. Its shape was right, or it would not have come so far: wrong fields are 422 here, 400 where the body is read.</summary>
    public static ApiAnswer Of(Problem problem) => problem switch
    {
        Problem.NotFound => Of(ProblemKind.NotFound, problem.Message),
        Problem.Stale => Of(ProblemKind.Stale, problem.Message),
        Problem.Refused => Of(ProblemKind.State, problem.Message),
        Problem.Forbidden => Of(ProblemKind.Forbidden, problem.Message),
        Problem.GatewayFailed => Of(ProblemKind.Gateway, problem.Message),
        Problem.Busy => Of(ProblemKind.Busy, problem.Message) with { RetryAfter = 1 },
        Problem.Invalid invalid => Of(ProblemKind.Refused, problem.Message, invalid.Errors),
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };

    /// <summary>What is wrong with the request itself.</summary>
    public static ApiAnswer Malformed(Problem.Invalid wrong) => Of(ProblemKind.Malformed, wrong.Message, wrong.Errors);

    public static ApiAnswer Of(ProblemKind kind, string detail, IReadOnlyList<FieldError>? errors = null) => ApiAnswer.Json(
        kind.Status,
        new ProblemDocument(
            kind.Address, kind.Title, kind.Status, detail, kind.Code,
            errors?.Select(error => new ProblemField(error.Path, kind == ProblemKind.Malformed ? "malformed" : "refused", error.Message)).ToList()),
        OrderJson.Options) with
    { ContentType = ContentType };
}

/// <summary>A problem as programs read it.</summary>
/// <param name="Type">Where this kind is explained; stays for ever.</param>
/// <param name="Detail">What stood in the way this time, for people.</param>
/// <param name="Code">The kind in a word; stays for ever.</param>
/// <param name="Errors">The fields that are wrong.</param>
public sealed record ProblemDocument(string Type, string Title, int Status, string Detail, string Code, IReadOnlyList<ProblemField>? Errors);

/// <param name="Path">Such as <c>items[0].quantity</c>.</param>
public sealed record ProblemField(string Path, string Code, string Message);
