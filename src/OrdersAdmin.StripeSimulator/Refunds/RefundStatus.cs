using System.Collections.Frozen;

namespace OrdersAdmin.StripeSimulator.Refunds;

/// <summary>Stripe's refund states and the moves between them: succeeded is not final.</summary>
internal static class RefundStatus
{
    public const string Pending = "pending";
    public const string RequiresAction = "requires_action";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string Canceled = "canceled";

    public static readonly FrozenSet<string> Starts = FrozenSet.Create(StringComparer.Ordinal, Pending, RequiresAction, Succeeded, Failed);

    public static readonly FrozenSet<string> FailureReasons = FrozenSet.Create(
        StringComparer.Ordinal,
        "lost_or_stolen_card", "expired_or_canceled_card", "charge_for_pending_refund_disputed", "insufficient_funds", "declined", "merchant_request", "unknown");

    private static readonly FrozenSet<(string From, string To)> Moves = FrozenSet.Create<(string From, string To)>(
        (Pending, RequiresAction),
        (Pending, Succeeded),
        (Pending, Failed),
        (RequiresAction, Pending),
        (RequiresAction, Succeeded),
        (RequiresAction, Failed),
        (RequiresAction, Canceled),
        (Succeeded, Failed));

    public static bool IsKnown(string status) => Starts.Contains(status) || status == Canceled;

    public static bool MayMove(string from, string to) => Moves.Contains((from, to));

    public static bool HoldsMoney(string status) => status is not (Failed or Canceled);
}
