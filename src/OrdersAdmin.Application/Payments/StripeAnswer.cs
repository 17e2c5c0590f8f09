namespace OrdersAdmin.Payments;

/// <summary>What a call to Stripe came to, classified once, here: a closed set that callers switch over.</summary>
internal abstract record StripeAnswer<T>
{
    /// <summary>2xx.</summary>
    internal sealed record Ok(T Value) : StripeAnswer<T>;

    /// <summary>Timeout, broken connection, 409, 429, 5xx: it may or may not have happened.</summary>
    /// <param name="StopPosting">The key's stored answer says nothing, or Stripe asks not to repeat: only looking helps.</param>
    internal sealed record Unclear(string Code, bool StopPosting) : StripeAnswer<T>;

    /// <summary>401 or 403: our key is not taken; nothing happened, and nothing will until somebody changes it.</summary>
    internal sealed record Paused(string Code) : StripeAnswer<T>;

    /// <summary>Stripe says that too much is refunded already.</summary>
    internal sealed record Contested(string Code) : StripeAnswer<T>;

    /// <summary>Any other definite 4xx.</summary>
    internal sealed record Refused(string Code) : StripeAnswer<T>;

    /// <summary>The same key with another body: our own bug.</summary>
    internal sealed record KeyReused(string Code) : StripeAnswer<T>;
}
