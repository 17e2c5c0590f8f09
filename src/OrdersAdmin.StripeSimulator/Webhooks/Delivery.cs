using OrdersAdmin.StripeSimulator.Events;

namespace OrdersAdmin.StripeSimulator.Webhooks;

/// <summary>One event on its way to one receiver.</summary>
internal sealed class Delivery(string id, Event told, string endpointId, DateTimeOffset due)
{
    // Stripe: at once, then in growing steps for up to three days.
    private static readonly TimeSpan[] BackOff =
    [
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10),
    ];

    private static readonly TimeSpan LaterStep = TimeSpan.FromHours(12);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(3);

    private readonly DateTimeOffset first = due;

    public string Id => id;

    public Event Event => told;

    public string EndpointId => endpointId;

    public DateTimeOffset Due { get; private set; } = due;

    public List<DeliveryAttempt> Attempts { get; } = [];

    /// <summary>pending, delivered or abandoned.</summary>
    public string Status { get; private set; } = "pending";

    public void Report(DeliveryAttempt attempt)
    {
        Attempts.Add(attempt);
        if (attempt.IsAccepted)
        {
            Status = "delivered";
            return;
        }

        // Counted from when the attempt was due, so that a clock advanced by days makes every retry of those days.
        Due += Attempts.Count <= BackOff.Length ? BackOff[Attempts.Count - 1] : LaterStep;
        if (Due > first + GiveUpAfter)
            Status = "abandoned";
    }
}

internal sealed record DeliveryAttempt(DateTimeOffset At, int? Status, string? Error)
{
    public bool IsAccepted => Status is >= 200 and < 300;
}
