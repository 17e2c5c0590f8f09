using System.CommandLine;
using OrdersAdmin.Cli.Import;

namespace OrdersAdmin.Cli.Commands;

/// <summary><c>orders import FILE</c>: posts the file's orders one after the other and reports on each.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Source = new("FILE") { Description = "JSON in the shop's own shape: a list, one order, or one order a line. A dash is standard input." };

    private static readonly Field<string> Site = Fields.Text("--site-slug", "site_slug", "SITE", "The site of orders that name none; needed when the token is for several.");

    public static Command Make(Desk desk)
    {
        var import = new ExampledCommand(
            "import", "Take in the orders of a file, each by itself: a wrong one never keeps the others out, and importing the same file again changes nothing.")
        {
            Arguments = { Source },
            Options = { Site, Flags.Json },
            Examples = ["orders import orders.json --site-slug acme", "orders import - < orders.jsonl"],
        };
        import.SetAction((parse, cancel) => Run(desk, parse, cancel));
        return import;
    }

    private static async Task<int> Run(Desk desk, ParseResult parse, CancellationToken cancel)
    {
        var path = parse.GetRequiredValue(Source);
        if (path != "-" && !File.Exists(path))
        {
            desk.Printer.Say($"There is no file {path}.");
            return ExitCodes.Arguments;
        }
        await using var file = path == "-" ? desk.Around.Input : File.OpenRead(path);
        return await desk.WithShop(shop => new OrderImport(desk, shop, parse.GetValue(Site), parse.GetValue(Flags.Json)).Run(file, cancel));
    }
}
