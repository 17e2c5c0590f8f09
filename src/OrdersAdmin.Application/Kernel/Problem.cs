namespace OrdersAdmin.Kernel;

/// <summary>Why something was not done: a closed set, each with a sentence that a merchant understands.</summary>
public abstract record Problem(string Message)
{
    /// <summary>It does not exist, or the actor may not know that it does.</summary>
    public sealed record NotFound(string Message) : Problem(Message);

    /// <summary>Somebody changed it since it was read; the message says who and what.</summary>
    public sealed record Stale(string Message) : Problem(Message);

    /// <summary>Its state does not permit it.</summary>
    public sealed record Refused(string Message) : Problem(Message);

    /// <summary>The actor lacks the permission.</summary>
    public sealed record Forbidden(string Message) : Problem(Message);

    /// <summary>A peer outside (payments, mail) did not do its part.</summary>
    public sealed record GatewayFailed(string Message) : Problem(Message);

    /// <summary>Too much at once; the same request may be sent again in a moment.</summary>
    public sealed record Busy() : Problem("The shop is very busy right now. Nothing was changed; try again in a moment.");

    /// <summary>The input is wrong; every wrong field is named.</summary>
    public sealed record Invalid(IReadOnlyList<FieldError> Errors)
        : Problem(string.Join(" ", Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)))
    {
        public Invalid(string field, string message) : this([new FieldError(field, message)]) { }
    }
}

/// <summary>One wrong field: its path (<c>line_items[0].quantity</c>) and the sentence to show beside it.</summary>
public sealed record FieldError(string Path, string Message);
