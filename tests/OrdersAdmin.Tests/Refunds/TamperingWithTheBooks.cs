using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Tests.Refunds;

/// <summary>Each promise of the money path can be seen to be broken.</summary>
public sealed class TamperingWithTheBooks
{
    private const string Unlock = "DROP TRIGGER refund_attempts_same_bytes; DROP TRIGGER refund_attempts_no_delete;";

    [Theory]
    [InlineData("I1", "UPDATE payments SET \"Captured\" = 2000")]
    [InlineData("I3", Unlock + "UPDATE refund_attempts SET \"Key\" = 'another'")]
    [InlineData("I4", Unlock + "DELETE FROM refund_attempts")]
    [InlineData("I6", "DELETE FROM provider_refunds")]
    [InlineData("I7", "UPDATE provider_refunds SET \"Status\" = 'pending'")]
    [InlineData("I8", "UPDATE refunds SET \"Amount\" = 2600")]
    [InlineData("I8", "UPDATE refunds SET \"ApprovedRevision\" = 7")]
    [InlineData("I9", "UPDATE payments SET \"Refunded\" = 1")]
    public async Task Of_a_refund_that_was_paid_out_is_found(string invariant, string sql)
    {
        await using var till = await Till.Open();
        await till.Approved(await till.Order(), 2500);
        await till.PassWorking(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));
        await till.Holds();

        await Tamper(till, sql);

        Assert.Contains(invariant, await Found(till));
    }

    [Theory]
    [InlineData("I5", "UPDATE refunds SET \"State\" = 8")]
    [InlineData("I10", "DELETE FROM money_tasks")]
    public async Task Of_a_refund_that_nobody_knows_of_is_found(string invariant, string sql)
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        await till.Fault("drop_after", count: 3);
        var refund = await till.Approved(order, 2500);
        await till.Send();
        Assert.Equal(RefundState.Unknown, (await till.Read(order, refund)).State);

        await Tamper(till, sql);
        await till.Pass(TimeSpan.FromHours(2));

        Assert.Contains(invariant, await Found(till));
    }

    private static async Task<IEnumerable<string>> Found(Till till) =>
        (await new LedgerCheck(till.Shop.Database, till.Stripe, till.Shop.Clock).Run(againstPeer: true)).Select(finding => finding.Invariant);

    [SuppressMessage("Security", "CA2100", Justification = "The statements are constants of this file.")]
    private static async Task Tamper(Till till, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={till.Shop.DatabasePath};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
