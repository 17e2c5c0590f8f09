using System.Diagnostics;
using Microsoft.Data.Sqlite;
using OrdersAdmin.Tests.Refunds;

namespace OrdersAdmin.Tests.Web.Hosting;

/// <summary>The shop's executable as a command: it does one thing, tells it, and ends.</summary>
public sealed class RunningAVerb
{
    [Fact]
    public async Task Verify_ledger_says_that_all_holds_or_what_does_not()
    {
        using var data = new TemporaryFolder();
        await using (var shop = await Given.Shop())
        {
            (await shop.Refund(await shop.Order(Given.Line("Desk", 1, 100_000)), RefundShop.Amount(2500))).OrThrow();
            await shop.Database.DisposeAsync();
            File.Copy(shop.DatabasePath, data.DatabasePath);
        }

        var good = await Run(data, "verify-ledger");
        await using (var connection = new SqliteConnection($"Data Source={data.DatabasePath};Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var tamper = connection.CreateCommand();
            tamper.CommandText = "UPDATE payments SET \"Reserved\" = \"Reserved\" - 1";
            await tamper.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var bad = await Run(data, "verify-ledger");

        Assert.Equal((0, "The refund ledger holds: I1 to I10.\n", ""), good);
        Assert.Equal((1, "The refund ledger does not hold: 1 finding.\n"), (bad.Code, bad.Output));
        Assert.Matches(@"^I9 pay_\S+: The ledger does not come to the 2499 that are set aside\.\n$", bad.Errors);
    }

    [Fact]
    public async Task Import_takes_a_file_by_its_whole_path()
    {
        using var data = new TemporaryFolder();
        await using (var shop = await Given.Shop())
        {
            await shop.Database.DisposeAsync();
            File.Copy(shop.DatabasePath, data.DatabasePath);
        }
        var file = Path.Combine(data.Path, "orders.json");
        await File.WriteAllTextAsync(file, """
            {"channel_name": "web", "external_order_reference": "A-1", "created_on": "2026-03-02T09:30:00Z",
             "line_items": [{"name": "Mug", "quantity": 1, "unit_price": 1000}], "totals": {"subtotal": 1000, "total": 1000}}
            """, TestContext.Current.CancellationToken);

        var imported = await Run(data, "import", file, "--site", "acme");
        var missing = await Run(data, "import", file + ".none", "--site", "acme");

        Assert.Equal((0, "1 new order, 0 here already, 0 wrong\n"), (imported.Code, imported.Output));
        Assert.Equal((2, $"There is no file {file}.none.\n"), (missing.Code, missing.Errors));
    }

    private static async Task<(int Code, string Output, string Errors)> Run(TemporaryFolder data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OrdersAdmin.Web.dll"), .. arguments]) { WorkingDirectory = data.Path, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["OrdersAdmin__DataDirectory"] = data.Path;
        start.Environment["OrdersAdmin__Demo"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "None";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
