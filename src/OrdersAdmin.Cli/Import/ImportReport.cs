using System.Globalization;
using OrdersAdmin.Cli.Http;
using OrdersAdmin.Cli.Output;

namespace OrdersAdmin.Cli.Import;

/// <summary>What became of each order of a file.</summary>
internal sealed class ImportReport
{
    private int taken;
    private int known;
    private int refused;

    public Table Table { get; } = new("PLACE", "RESULT", "ORDER", "NUMBER", "WHY");

    public int Count => taken + known + refused;

    /// <summary>Of the first order that was refused.</summary>
    public int ExitCode { get; private set; } = ExitCodes.Done;

    public string Sentence => $"{taken} taken in, {known} were here already, {refused} refused.";

    public void Add(Answer answer)
    {
        var place = (Count + 1).ToString(CultureInfo.InvariantCulture);
        if (answer.Succeeded)
        {
            using var document = answer.Json();
            var isKnown = answer.Status == System.Net.HttpStatusCode.OK || answer.WasReplayed;
            _ = isKnown ? known++ : taken++;
            Table.Add(place, isKnown ? "known" : "new", document.RootElement.Text("id"), "#" + document.RootElement.Text("number"), "");
            return;
        }
        refused++;
        if (ExitCode == ExitCodes.Done)
            ExitCode = answer.ExitCode;
        var trouble = answer.Trouble!;
        Table.Add(place, "refused", "", "", trouble.Fields.Count > 0 ? string.Join("; ", trouble.Fields) : trouble.Sentence);
    }
}
