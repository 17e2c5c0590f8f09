namespace OrdersAdmin.Web.Components.Shared;

/// <summary>Something that a card can do and that cannot be undone: before it is done, one line names its effect.</summary>
/// <param name="Words">What the button says: "Cancel return".</param>
public sealed record CardAsk(string Act, string Words, string Effect);
