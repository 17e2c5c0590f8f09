using System.Globalization;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Components.Fulfillments;

/// <summary>One line of the fulfill form: what is left of it, and the quantity as it was typed.</summary>
public sealed class FulfillFormLine(LineView line)
{
    private readonly int leftWhenOpened = line.Left;

    /// <summary>A line that had nothing left when the form was opened, and has now.</summary>
    internal FulfillFormLine(LineView line, int leftWhenOpened) : this(line) => (this.leftWhenOpened, Quantity) = (leftWhenOpened, "0");

    public LineView Line { get; private set; } = line;

    /// <summary>As typed; nothing is corrected behind the writer's back.</summary>
    public string? Quantity { get; set; } = line.Left.ToString(CultureInfo.InvariantCulture);

    /// <summary>The quantity as a number; null when it cannot be read as one.</summary>
    public int? Units => string.IsNullOrWhiteSpace(Quantity) || !int.TryParse(Quantity.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var units) ? null : units;

    public string Detail => string.Join(" · ", new[] { Line.Sku, $"{Line.Left} left", Line.OnHand is { } units ? $"{units} on hand" : null }.OfType<string>());

    /// <summary>What became of the line since the form was opened; null when nothing did.</summary>
    public string? Changed => Line.Left == leftWhenOpened ? null
        : Line.Left == 0 ? $"All of it has shipped since; {leftWhenOpened} {(leftWhenOpened == 1 ? "was" : "were")} left when you began."
        : $"{Line.Left} left now; {(leftWhenOpened == 0 ? "none" : leftWhenOpened)} when you began.";

    /// <summary>The sentence for a quantity that is no number, before anything is sent; null when it can be sent.</summary>
    internal string? Unreadable => Units is not null ? null
        : Quantity?.Trim() is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) ? $"Only {Line.Left} left to fulfill."
        : "The quantity must be a whole number; 0 leaves this item for later.";

    internal void Take(LineView fresh) => Line = fresh;

    internal void Set(int units) => Quantity = units.ToString(CultureInfo.InvariantCulture);
}
