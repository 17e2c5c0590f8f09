using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OrdersAdmin.Persistence.Migrations;

/// <summary>What no code path may undo: the ledger is append-only, and a key stands for its bytes for ever. Payments that were there before get their place and their history.</summary>
[DbContext(typeof(OrdersContext))]
[Migration("20261121070001_RefundGuards")]
internal sealed class RefundGuards : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TRIGGER refund_ledger_no_update BEFORE UPDATE ON refund_ledger BEGIN SELECT RAISE(ABORT, 'The refund ledger is append-only.'); END;
            CREATE TRIGGER refund_ledger_no_delete BEFORE DELETE ON refund_ledger BEGIN SELECT RAISE(ABORT, 'The refund ledger is append-only.'); END;

            CREATE TRIGGER refund_attempts_same_bytes BEFORE UPDATE OF "Key", "Body", "RefundId", "Number", "FirstSentAt" ON refund_attempts
            WHEN new."Key" IS NOT old."Key" OR new."Body" IS NOT old."Body" OR new."RefundId" IS NOT old."RefundId" OR new."Number" IS NOT old."Number" OR new."FirstSentAt" IS NOT old."FirstSentAt"
            BEGIN SELECT RAISE(ABORT, 'A key stands for its bytes for ever.'); END;
            CREATE TRIGGER refund_attempts_no_delete BEFORE DELETE ON refund_attempts BEGIN SELECT RAISE(ABORT, 'An attempt is never deleted.'); END;
            """);

        migrationBuilder.Sql("""
            UPDATE payments SET
              "Number" = (SELECT count(*) FROM payments AS earlier WHERE earlier."OrderId" = payments."OrderId" AND earlier.rowid <= payments.rowid),
              "RefundedBefore" = "Refunded",
              "RecordedAt" = (SELECT "PlacedAt" FROM orders WHERE orders."Id" = payments."OrderId");
            """);
    }
}
