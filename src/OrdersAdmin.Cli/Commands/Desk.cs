using System.Text.Json;
using OrdersAdmin.Cli.Http;
using OrdersAdmin.Cli.Output;

namespace OrdersAdmin.Cli.Commands;

/// <summary>Where commands are carried out: finds the shop and the token, sends the call, prints the answer or says what went wrong.</summary>
internal sealed class Desk(Surroundings around)
{
    public Surroundings Around => around;

    public Printer Printer { get; } = new(around);

    /// <summary>Sends the call and shows the answer.</summary>
    public Task<int> Handle(Call call, bool json, View show, CancellationToken cancel) => WithShop(async shop =>
    {
        var answer = await Send(shop, call, cancel);
        return answer.Succeeded ? Print(answer, json, show) : Fail(answer, call);
    });

    public async Task<int> WithShop(Func<ShopClient, Task<int>> act)
    {
        if (!Account.TryFind(around, out var account, out var exitCode))
            return exitCode;
        using var shop = new ShopClient(account, around);
        return await act(shop);
    }

    /// <summary>Sends the call. An interruption from the keyboard is an answer too: nobody knows what became of the call.</summary>
    public static async Task<Answer> Send(ShopClient shop, Call call, CancellationToken cancel)
    {
        try
        {
            return await shop.Send(call, cancel);
        }
        catch (OperationCanceledException)
        {
            return Answer.None("Interrupted.") with { WasInterrupted = true };
        }
    }

    public int Print(Answer answer, bool json, View show)
    {
        if (answer.Body.Length == 0)
            return ExitCodes.Done;
        if (json)
        {
            Printer.Bytes(answer.Body);
            return ExitCodes.Done;
        }
        try
        {
            using var document = answer.Json();
            Printer.Tables(show(document.RootElement));
            return ExitCodes.Done;
        }
        catch (JsonException)
        {
            Printer.Say("What answered does not speak the shop's API; is the address right?");
            return ExitCodes.Other;
        }
    }

    /// <summary>Says what went wrong, and with which key the command can be repeated.</summary>
    public int Fail(Answer answer, Call? call = null)
    {
        var trouble = answer.Trouble!;
        Printer.Say(trouble.Sentence + (answer.Status is { } status ? $" ({(int)status}{(trouble.Code is { Length: > 0 } code ? " " + code : "")})" : ""));
        foreach (var field in trouble.Fields)
            Printer.Say("  " + field);
        if (answer.ExitCode == ExitCodes.Unauthenticated)
            Printer.Say($"Sign in anew with: {Tool.Name} login");
        if (call is { IsKeyed: true })
        {
            Printer.Say(answer.IsUncertain || answer.ExitCode == ExitCodes.RateLimited
                ? $"It may have been done. To repeat it safely, add: --idempotency-key {call.Key}"
                : $"Idempotency-Key: {call.Key}");
        }
        return answer.ExitCode;
    }
}
