using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OrdersAdmin.Persistence.Migrations;

/// <summary>Turns each outbox row into one delivery for each endpoint that wants it, in the transaction of the change. A migration that makes the table outbox anew has to make this again.</summary>
[DbContext(typeof(OrdersContext))]
[Migration("20261126083024_WebhookFanOut")]
internal sealed class WebhookFanOut : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE TRIGGER outbox_fan_out AFTER INSERT ON outbox
        BEGIN
          INSERT INTO webhook_deliveries ("EndpointId", "MessageId", "Type", "OrderId", "Sequence", "CreatedAt", "NextAt", "Attempts")
          SELECT endpoint."Id", new."Id", new."Type", new."OrderId", new."Sequence", new."CreatedAt", new."CreatedAt", 0
          FROM webhook_endpoints AS endpoint
          WHERE endpoint."DisabledAt" IS NULL AND endpoint."DeletedAt" IS NULL
            AND (endpoint."EverySite" OR EXISTS (SELECT 1 FROM webhook_sites AS site WHERE site."EndpointId" = endpoint."Id" AND site."SiteId" = new."SiteId"))
            AND EXISTS (SELECT 1 FROM json_each(endpoint."Events") AS chosen WHERE chosen.value IN ('*', new."Type"));
        END;
        """);
}
