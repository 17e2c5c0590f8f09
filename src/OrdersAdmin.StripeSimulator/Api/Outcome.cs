namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>What an endpoint came to: a value, or Stripe's refusal.</summary>
internal readonly record struct Outcome<T>(T? Value, StripeError? Error)
    where T : class
{
    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(StripeError error) => new(null, error);

    public Outcome<TNext> Then<TNext>(Func<T, TNext> next)
        where TNext : class =>
        Error is { } error ? error : next(Value!);
}
