using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;

namespace OrdersAdmin.Tests.Persistence;

/// <summary>A process that changes orders with 16 writers is killed again and again. <c>ORDERS_ADMIN_KILLS</c> sets how often.</summary>
public sealed class KilledInTheMiddle
{
    private const int UsualKills = 20;
    private const int KillsPerDatabase = 20;

    [Fact]
    public async Task Everything_acknowledged_is_there_and_nothing_is_half_done()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("ORDERS_ADMIN_KILLS"), CultureInfo.InvariantCulture, out var asked) ? asked : UsualKills;
        var random = new Random(kills);
        var acknowledged = 0;

        for (var done = 0; done < kills; done += KillsPerDatabase)
        {
            using var folder = new TemporaryFolder();
            var ledger = new List<string>();
            for (var i = done; i < Math.Min(kills, done + KillsPerDatabase); i++)
            {
                // Every fifth one dies before or just after the database opens: while it migrates, recovers, or is set up.
                var lines = random.Next(5) == 0 ? random.Next(3) : random.Next(1, 300);
                await RunAndKill(folder.Path, lines, ledger);
                await AssertWhole(folder.DatabasePath, ledger);
            }
            acknowledged += ledger.Count;
        }

        TestContext.Current.SendDiagnosticMessage($"{kills} kills, {acknowledged} acknowledged changes, none lost.");
        Assert.True(acknowledged > kills);
    }

    /// <summary>Kills the process once it has printed that many lines, and keeps what it had acknowledged until then.</summary>
    private static async Task RunAndKill(string folder, int lines, List<string> ledger)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "OrdersAdmin.Benchmarks.dll"), "hammer", "--data", folder },
            // It lives for a moment: no time to lose on measuring what to optimize.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        Assert.Equal("starting", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        for (var i = 0; i < lines; i++)
            ledger.Add(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("The hammer ended by itself."));
        process.Kill();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            ledger.Add(line);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task AssertWhole(string path, List<string> ledger)
    {
        await using (await OrdersDatabase.Open(path, NullLogger.Instance, TestContext.Current.CancellationToken))
        {
            // Opened as the shop opens it after a crash: checked, and migrated further if it was killed in that.
        }

        using var connection = new DatabaseFile(path).OpenWriter();
        Assert.Equal([], KilledInTheMiddleAudit.Violations(connection));
        var orders = KilledInTheMiddleAudit.Orders(connection);
        var keys = KilledInTheMiddleAudit.Keys(connection);
        foreach (var line in ledger)
        {
            var words = line.Split(' ');
            Assert.True(orders.GetValueOrDefault(Id<Order>.Parse(words[0])) >= int.Parse(words[1], CultureInfo.InvariantCulture), $"Lost: {line}");
            Assert.True(words[2].Length == 0 || keys.Contains((Id<Order>.Parse(words[0]), words[2])), $"Lost: {line}");
        }
    }
}
