using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OrdersAdmin.Persistence.Migrations;

/// <summary>The stock ledger is append-only. Variants that were there before begin it with what they have.</summary>
[DbContext(typeof(OrdersContext))]
[Migration("20261126080947_StockGuards")]
internal sealed class StockGuards : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            INSERT INTO stock_movements(
              "VariantId", "Number", "SiteId", "Kind", "OnHand", "Reserved", "Quarantined", "OnHandAfter", "ReservedAfter", "QuarantinedAfter", "At", "ActorKind", "ActorName", "Reason", "Overridden")
            SELECT "Id", "Version", "SiteId", 1, "OnHand", 0, 0, "OnHand", 0, 0, (unixepoch() + 62135596800) * 10000000, 5, 'OrdersAdmin', 'What was there when the ledger began', 0
            FROM variants;

            CREATE TRIGGER stock_movements_no_update BEFORE UPDATE ON stock_movements BEGIN SELECT RAISE(ABORT, 'The stock ledger is append-only.'); END;
            CREATE TRIGGER stock_movements_no_delete BEFORE DELETE ON stock_movements BEGIN SELECT RAISE(ABORT, 'The stock ledger is append-only.'); END;
            """);
    }
}
