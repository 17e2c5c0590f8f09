namespace OrdersAdmin.StripeSimulator.Webhooks;

/// <summary>How deliveries differ from one event, once, in order: all of it is what Stripe warns of.</summary>
internal sealed record Mischief
{
    /// <summary>Extra deliveries of the same event id.</summary>
    public int Duplicates { get; init; }

    /// <summary>Two event ids for every change.</summary>
    public bool Twins { get; init; }

    public double DelaySeconds { get; init; }

    /// <summary>Deliveries collect until they are released.</summary>
    public bool Hold { get; init; }

    /// <summary>Events are made and listed but never delivered.</summary>
    public bool Lose { get; init; }

    public string? Refuse() => Duplicates is < 0 or > 100 || DelaySeconds < 0 ? "duplicates are 0 to 100 and delay_seconds is not negative." : null;
}
