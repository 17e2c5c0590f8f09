namespace OrdersAdmin.Idempotency;

/// <summary>What a change answers with something in it that is shown once and kept nowhere.</summary>
internal interface IShownOnce
{
    /// <summary>The same without it, of the same type.</summary>
    object Kept { get; }
}
