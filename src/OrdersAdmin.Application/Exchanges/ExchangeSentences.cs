using OrdersAdmin.Kernel;

namespace OrdersAdmin.Exchanges;

/// <summary>What people read about exchanges.</summary>
internal static class ExchangeSentences
{
    /// <summary>"Customer owes €5.00".</summary>
    public static string Difference(Money difference) => difference.Minor switch
    {
        > 0 => $"Customer owes {difference}",
        < 0 => $"We owe {-difference}",
        _ => "No difference",
    };

    /// <summary>What is done and what is still to do.</summary>
    public static string State(Exchange exchange) => exchange.Status switch
    {
        ExchangeStatus.Requested => "Waits for a decision.",
        ExchangeStatus.Approved => ToDo(exchange),
        ExchangeStatus.Completed => "Completed.",
        ExchangeStatus.Rejected => $"Rejected: {exchange.RejectReason}",
        _ => "Cancelled; nothing goes out for it.",
    };

    /// <summary>Why an act is not possible any more, or not yet: who did what, and when.</summary>
    public static string NotNow(Exchange exchange, DateTimeOffset now) => exchange.Status switch
    {
        ExchangeStatus.Requested => "This exchange is not approved yet.",
        ExchangeStatus.Approved => $"{exchange.StateByName} approved it {Ago.Of(now - exchange.StateSince)}.",
        ExchangeStatus.Completed => $"It was completed {Ago.Of(now - exchange.StateSince)}.",
        ExchangeStatus.Rejected => $"{exchange.StateByName} rejected it {Ago.Of(now - exchange.StateSince)}.",
        _ => $"{exchange.StateByName} cancelled it {Ago.Of(now - exchange.StateSince)}.",
    };

    private static string ToDo(Exchange exchange)
    {
        var amount = new Money(Math.Abs(exchange.Difference), exchange.Currency);
        var open = new List<string>();
        if (!exchange.GoodsSettled)
            open.Add("the goods are expected back");
        if (exchange.HoldsBack)
            open.Add($"the customer owes {amount}{(exchange.DifferenceState == DifferenceState.PaymentRequested ? " and was asked to pay" : "")}");
        else if (exchange.DifferenceState == DifferenceState.WeOwe)
            open.Add($"we owe {amount}");
        if (!exchange.Shipped)
            open.Add(exchange.HoldsBack ? "the replacement ships after that" : "the replacement can ship");
        var text = string.Join(", ", open);
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }
}
