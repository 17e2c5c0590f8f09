using System.CommandLine;

namespace OrdersAdmin.Cli.Commands;

/// <summary>Arguments that name a thing; each becomes one segment of the path and nothing else.</summary>
internal static class Ids
{
    public static readonly Argument<string> Order = Id("ORDER", "The order's id (ord_…).");
    public static readonly Argument<string> Refund = Id("REFUND", "The refund's id (ref_…).");
    public static readonly Argument<string> Return = Id("RETURN", "The return's id (ret_…).");
    public static readonly Argument<string> Exchange = Id("EXCHANGE", "The exchange's id (exc_…).");

    public static Argument<string> Id(string name, string does)
    {
        var id = new Argument<string>(name) { Description = does };
        id.Validators.Add(result =>
        {
            // An empty variable in a script must not turn "this order" into "all orders", nor dots climb in the path.
            if (result.Tokens is [var token] && token.Value.Trim('.', ' ').Length == 0)
                result.AddError($"{name} is no id: '{token.Value}'");
        });
        return id;
    }

    public static string Segment(this ParseResult parse, Argument<string> id) => Uri.EscapeDataString(parse.GetRequiredValue(id));
}
