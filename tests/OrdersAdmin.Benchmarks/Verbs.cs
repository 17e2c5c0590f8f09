using OrdersAdmin.Benchmarks.Rest;

namespace OrdersAdmin.Benchmarks;

/// <summary>The first word of the command line says what to measure.</summary>
internal static class Verbs
{
    public static async Task<int> Main(string[] args) => args switch
    {
        ["lists", .. var rest] => await Lists.Run(new Arguments(rest)),
        ["fulfill", .. var rest] => await Fulfilling.Run(new Arguments(rest)),
        ["intake", .. var rest] => await Intake.Run(new Arguments(rest)),
        ["start", .. var rest] => await Starting.Run(new Arguments(rest)),
        ["circuits", .. var rest] => await Circuits.Run(new Arguments(rest)),
        ["hammer", .. var rest] => await Hammer.Run(new Arguments(rest)),
        ["refund", .. var rest] => await Refunding.Run(new Arguments(rest)),
        ["webhooks", .. var rest] => await Hearing.Run(new Arguments(rest)),
        ["telling", .. var rest] => await Telling.Run(new Arguments(rest)),
        ["rest", .. var rest] => await Serving.Run(new Arguments(rest)),
        ["hostile", .. var rest] => await Hostile.Run(new Arguments(rest)),
        ["schedules", .. var rest] => await Schedules.Run(new Arguments(rest)),
        ["stories", .. var rest] => await Stories.Run(new Arguments(rest)),
        _ => Help(),
    };

    private static int Help()
    {
        Console.WriteLine("""
            lists   [--orders 100000]               time of each shape of the order list, and of the order page
            fulfill [--writers 16] [--seconds 10]   fulfillments a second through the workflow
            intake  [--orders 10000]                orders a second through the intake workflow
            refund  [--refunds 3000] [--writers 16] refunds a second from the request to the provider's confirmation
            webhooks [--events 10000] [--callers 32] webhooks a second through the shop's own door
            telling [--endpoints 100] [--changes 60] time from a change to its arrival at each receiver, also beside a dead one
            rest    [--orders 2000] [--seconds 5]   requests a second that the API answers, by 1 and 16 connections
            hostile [--count 100000] [--seed N]     random and hostile requests: none may fail the API or change anything
            schedules [--count 100000] [--seed N] [--workers N] [--tests DLL]  the full proof of the refunds
            stories [--count 40000] [--workers N] [--tests DLL]  the full proof of returns and exchanges
            start   [--orders 2000] [--app DLL]     time until the app is ready on a full database, and its memory
            circuits [--count 200] [--app DLL]      memory of each open page
            hammer  [--data DIR] [--writers 16]     changes orders until it is killed, and prints each change that was acknowledged
            """);
        return 2;
    }
}
