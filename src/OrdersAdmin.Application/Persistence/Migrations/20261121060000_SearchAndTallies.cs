using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OrdersAdmin.Persistence.Migrations;

/// <summary>What EF's model does not know: the search index, the tallies and the append-only timeline, all kept by triggers.</summary>
[DbContext(typeof(OrdersContext))]
[Migration("20261121060000_SearchAndTallies")]
internal sealed class SearchAndTallies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE VIRTUAL TABLE order_search USING fts5(
              SearchText, content='orders', content_rowid='Row', tokenize='unicode61 remove_diacritics 2', prefix='2 3');

            CREATE TRIGGER orders_search_insert AFTER INSERT ON orders BEGIN
              INSERT INTO order_search(rowid, SearchText) VALUES (new."Row", new.SearchText);
            END;

            CREATE TRIGGER orders_search_update AFTER UPDATE OF SearchText ON orders WHEN old.SearchText IS NOT new.SearchText BEGIN
              INSERT INTO order_search(order_search, rowid, SearchText) VALUES ('delete', old."Row", old.SearchText);
              INSERT INTO order_search(rowid, SearchText) VALUES (new."Row", new.SearchText);
            END;

            CREATE TRIGGER orders_search_delete AFTER DELETE ON orders BEGIN
              INSERT INTO order_search(order_search, rowid, SearchText) VALUES ('delete', old."Row", old.SearchText);
            END;
            """);

        migrationBuilder.Sql("""
            CREATE TRIGGER orders_tally_insert AFTER INSERT ON orders BEGIN
              INSERT INTO order_tallies(SiteId, ChannelName, Status, FulfillmentStatus, PaymentStatus, Orders)
              VALUES (new.SiteId, new.ChannelName, new.Status, new.FulfillmentStatus, new.PaymentStatus, 1)
              ON CONFLICT DO UPDATE SET Orders = Orders + 1;
            END;

            CREATE TRIGGER orders_tally_update AFTER UPDATE OF Status, FulfillmentStatus, PaymentStatus ON orders BEGIN
              UPDATE order_tallies SET Orders = Orders - 1
              WHERE SiteId = old.SiteId AND ChannelName = old.ChannelName AND Status = old.Status AND FulfillmentStatus = old.FulfillmentStatus AND PaymentStatus = old.PaymentStatus;
              INSERT INTO order_tallies(SiteId, ChannelName, Status, FulfillmentStatus, PaymentStatus, Orders)
              VALUES (new.SiteId, new.ChannelName, new.Status, new.FulfillmentStatus, new.PaymentStatus, 1)
              ON CONFLICT DO UPDATE SET Orders = Orders + 1;
            END;

            CREATE TRIGGER orders_tally_delete AFTER DELETE ON orders BEGIN
              UPDATE order_tallies SET Orders = Orders - 1
              WHERE SiteId = old.SiteId AND ChannelName = old.ChannelName AND Status = old.Status AND FulfillmentStatus = old.FulfillmentStatus AND PaymentStatus = old.PaymentStatus;
            END;
            """);

        migrationBuilder.Sql("""
            CREATE TRIGGER timeline_no_update BEFORE UPDATE ON timeline BEGIN SELECT RAISE(ABORT, 'The timeline is append-only.'); END;
            CREATE TRIGGER timeline_no_delete BEFORE DELETE ON timeline BEGIN SELECT RAISE(ABORT, 'The timeline is append-only.'); END;
            """);
    }
}
