using Microsoft.Extensions.Hosting;

namespace OrdersAdmin.StripeSimulator;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        try
        {
            await using var simulator = StripeSimulatorHost.Build(args);
            await simulator.StartAsync();
            Console.WriteLine($"Simulated Stripe on {string.Join(", ", simulator.Urls)}; faults and clock under /_control.");
            await simulator.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception refused) when (refused is InvalidOperationException or IOException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }
}
