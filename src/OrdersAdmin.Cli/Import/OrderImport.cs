using System.Text.Json;
using OrdersAdmin.Cli.Commands;
using OrdersAdmin.Cli.Http;
using OrdersAdmin.Cli.Output;

namespace OrdersAdmin.Cli.Import;

/// <summary>Posts orders one after the other. What is wrong with one order is reported and passed over; what would be wrong with every order ends it.</summary>
internal sealed class OrderImport(Desk desk, ShopClient shop, string? site, bool json)
{
    private readonly ImportReport report = new();

    public async Task<int> Run(Stream file, CancellationToken cancel)
    {
        var end = await desk.Printer.WithProgress(file, "orders", progress => PostAll(file, progress, cancel));
        if (!json)
            desk.Printer.Tables([report.Table]);
        desk.Printer.Say(report.Sentence);
        return end ?? report.ExitCode;
    }

    /// <summary>The exit code where it had to stop; null when it came to the end.</summary>
    private async Task<int?> PostAll(Stream file, Action<int> progress, CancellationToken cancel)
    {
        try
        {
            await foreach (var order in OrderFile.Read(file, cancel))
            {
                var call = OrderFile.Post(order, site);
                var answer = await Post(call, cancel);
                if (EndsAll(answer))
                    return Stop(answer);
                report.Add(answer);
                if (json && answer.Succeeded)
                    desk.Printer.Line(answer.Body);
                progress(report.Count);
            }
            return null;
        }
        catch (JsonException e)
        {
            desk.Printer.Say($"After order {report.Count} the file is no JSON: {e.Message}");
            return ExitCodes.Arguments;
        }
    }

    /// <summary>An order that was refused before may be right by now, say because the stock is back: the refusal of then is no answer.</summary>
    private async Task<Answer> Post(Call call, CancellationToken cancel)
    {
        var answer = await Desk.Send(shop, call, cancel);
        return !answer.Succeeded && answer.WasReplayed ? await Desk.Send(shop, call with { Key = $"{call.Key}-{Guid.CreateVersion7()}" }, cancel) : answer;
    }

    private int Stop(Answer answer)
    {
        var code = desk.Fail(answer);
        desk.Printer.Say($"Stopped at order {report.Count + 1}. Run the same command again: what is in is not taken in twice.");
        return code;
    }

    private static bool EndsAll(Answer answer) =>
        !answer.Succeeded && answer.ExitCode is not (ExitCodes.Arguments or ExitCodes.Refused or ExitCodes.NotFound) && answer.Status is not System.Net.HttpStatusCode.RequestEntityTooLarge;
}
