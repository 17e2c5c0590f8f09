using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrdersAdmin.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Cancellation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CancelKey",
                table: "orders",
                type: "TEXT",
                nullable: true);

            // A cancelled order of which nothing left is unfulfilled, also where nothing was to leave.
            migrationBuilder.Sql("""
                UPDATE orders SET "FulfillmentStatus" = 1
                WHERE "CancelledAt" IS NOT NULL AND "FulfillmentStatus" <> 1
                AND NOT EXISTS (SELECT 1 FROM line_items WHERE line_items."OrderId" = orders."Id" AND line_items."Shipped" > 0)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CancelKey",
                table: "orders");
        }
    }
}
