using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Web.Hosting;

/// <summary><c>verify-ledger [--against-provider true]</c>: checks everything that the money path promises, without serving pages and without changing anything.</summary>
internal static class VerifyLedgerCommand
{
    public const string Verb = "verify-ledger";

    /// <summary>0 when every promise holds, 1 when one does not.</summary>
    public static async Task<int> Run(WebApplication app)
    {
        var findings = await app.Services.GetRequiredService<LedgerCheck>().Run(app.Configuration.GetValue("against-provider", defaultValue: false));
        foreach (var finding in findings)
            await Console.Error.WriteLineAsync($"{finding.Invariant} {finding.Subject}: {finding.Sentence}");
        Console.WriteLine(findings.Count == 0 ? "The refund ledger holds: I1 to I10." : $"The refund ledger does not hold: {Text.Count(findings.Count, "finding")}.");
        return findings.Count == 0 ? 0 : 1;
    }
}
