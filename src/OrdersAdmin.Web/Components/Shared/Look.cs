namespace OrdersAdmin.Web.Components.Shared;

/// <summary>How a state looks: words and an icon, which say it all, and a tone (good, warn, bad, info or quiet), which only helps.</summary>
public readonly record struct Look(string Tone, string Symbol, string Text);
