using System.Text;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Tests.Architecture;

namespace OrdersAdmin.Tests.Documents;

/// <summary>docs/state-machines.md is drawn from the transition tables; UPDATE_DOCS=1 draws it anew.</summary>
public sealed class StateMachinesDocument
{
    [Fact]
    public void Shows_the_tables_as_they_are()
    {
        var path = Path.Combine(SourceFile.Repository, "docs", "state-machines.md");
        var drawn = Draw();

        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(path, drawn);

        Assert.True(File.Exists(path) && File.ReadAllText(path) == drawn,
            "docs/state-machines.md does not show the transition tables. Run: UPDATE_DOCS=1 dotnet test tests/OrdersAdmin.Tests");
    }

    [Fact]
    public void Would_differ_if_a_row_were_added()
    {
        var grown = new TransitionTable<FulfillmentStatus, FulfillmentAction>(FulfillmentTransitions.Table.Start);
        foreach (var row in FulfillmentTransitions.Table)
            grown.Add(row.From, row.Action, row.To);
        grown.Add(FulfillmentStatus.Delivered, FulfillmentAction.Cancel, FulfillmentStatus.Cancelled);

        Assert.NotEqual(Diagram(FulfillmentTransitions.Table), Diagram(grown));
    }

    private static string Draw() => $"""
        # State machines

        Drawn from the `*Transitions.cs` tables, which alone say what is legal; do not edit.
        A test compares this file with the tables. To draw it anew: `UPDATE_DOCS=1 dotnet test tests/OrdersAdmin.Tests`.

        ## Order

        The status is never set: it is derived from what was cancelled, shipped, returned and refunded, in the precedence
        {string.Join(", ", Enum.GetValues<OrderStatus>().Select(status => Words(status)))} (`OrderStatuses`).
        The table says which act may lead from where to where.

        {Diagram(OrderTransitions.Table)}

        Goods that come back or are exchanged move it so:

        {Diagram(OrderTransitions.Goods)}

        ## Fulfillment

        {Diagram(FulfillmentTransitions.Table)}

        ## Refund

        One refund takes from one payment. Nobody moves it past `Sending` but what the payment provider was read to have.

        {Diagram(RefundTransitions.Table)}

        ## Return

        {Diagram(ReturnTransitions.Table)}

        ## Exchange

        Its goods are a return; it is completed once they are here or need not come, the replacement has left, and the difference is settled.

        {Diagram(ExchangeTransitions.Table)}

        """;

    private static string Diagram<TState, TAction>(TransitionTable<TState, TAction> table)
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        var text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        text.Append("    [*] --> ").Append(table.Start).Append('\n');
        foreach (var row in table)
            text.Append("    ").Append(row.From).Append(" --> ").Append(row.To).Append(": ").Append(Words(row.Action)).Append('\n');
        foreach (var end in Enum.GetValues<TState>().Where(state => table.ActionsIn(state).Count == 0))
            text.Append("    ").Append(end).Append(" --> [*]\n");
        return text.Append("```").ToString();
    }

    private static string Words<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? " " : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
