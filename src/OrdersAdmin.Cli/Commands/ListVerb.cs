using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using OrdersAdmin.Cli.Http;
using OrdersAdmin.Cli.Output;

namespace OrdersAdmin.Cli.Commands;

/// <summary>A command that lists: one page as a table or as the shop's JSON array, or all of it, one JSON object a line.</summary>
internal sealed class ListVerb : ExampledCommand
{
    /// <summary>The shop's largest page, for whoever wants everything.</summary>
    private const int LargestPage = 250;

    public static readonly Field<int> Limit = Fields.Number("--limit", "limit", "N", "How many on a page, at most 250; 25 when not given.");
    public static readonly Field<string> Cursor = Fields.Text("--cursor", "cursor", "CURSOR", "Go on where a page ended.");
    public static readonly Option<bool> All = new("--all") { Arity = ArgumentArity.Zero, Description = "Every page, as JSON lines: one object a line." };

    private readonly Desk desk;

    /// <param name="path">Where the list lies, without its query.</param>
    public ListVerb(Desk desk, string name, string does, Func<ParseResult, string> path, View show) : base(name, does)
    {
        this.desk = desk;
        SetAction((parse, cancel) => parse.GetValue(All)
            ? desk.WithShop(shop => PrintAll(shop, Page(path, parse), cancel))
            : desk.WithShop(shop => PrintPage(shop, Page(path, parse), parse.GetValue(Flags.Json), show, cancel)));
    }

    /// <remarks>Without its envelope a page is an array, so that <c>jq '.[].id'</c> reads it; the next cursor is in a header then.</remarks>
    private static Call Page(Func<ParseResult, string> path, ParseResult parse) =>
        Call.Get(path(parse) + Fields.Query(parse, parse.GetValue(All) && parse.GetResult(Limit) is null ? [$"limit={LargestPage}", "envelope=false"] : ["envelope=false"]));

    private async Task<int> PrintPage(ShopClient shop, Call page, bool json, View show, CancellationToken cancel)
    {
        var answer = await Desk.Send(shop, page, cancel);
        if (!answer.Succeeded)
            return desk.Fail(answer);
        var code = desk.Print(answer, json, show);
        if (answer.Next is not null)
            desk.Printer.Say(json ? $"More follow: --all, or --cursor {CursorOf(answer.Next)}" : $"More follow: a --limit of up to {LargestPage}, or --all.");
        return code;
    }

    private async Task<int> PrintAll(ShopClient shop, Call page, CancellationToken cancel)
    {
        for (Call? next = page; next is not null;)
        {
            var answer = await Desk.Send(shop, next, cancel);
            if (!answer.Succeeded)
                return desk.Fail(answer);
            using var document = JsonDocument.Parse(answer.Body);
            foreach (var each in document.RootElement.EnumerateArray())
                desk.Printer.Line(JsonMarshal.GetRawUtf8Value(each));
            next = answer.Next is { } address ? Call.Get(address) : null;
        }
        return ExitCodes.Done;
    }

    private static string CursorOf(string address) =>
        Uri.UnescapeDataString(address.Split('?', '&').FirstOrDefault(part => part.StartsWith("cursor=", StringComparison.Ordinal))?["cursor=".Length..] ?? "");
}
