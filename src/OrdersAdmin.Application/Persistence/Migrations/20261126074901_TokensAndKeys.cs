using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrdersAdmin.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TokensAndKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "RequestedByTokenId",
                table: "refunds",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "api_tokens",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Writes = table.Column<bool>(type: "INTEGER", nullable: false),
                    MadeById = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastUsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_tokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_api_tokens_staff_MadeById",
                        column: x => x.MadeById,
                        principalTable: "staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "keyed_requests",
                columns: table => new
                {
                    TokenId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Route = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    ContentType = table.Column<string>(type: "TEXT", nullable: true),
                    ETag = table.Column<string>(type: "TEXT", nullable: true),
                    Location = table.Column<string>(type: "TEXT", nullable: true),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_keyed_requests", x => new { x.TokenId, x.Route, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "api_token_sites",
                columns: table => new
                {
                    TokenId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SiteId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_token_sites", x => new { x.TokenId, x.SiteId });
                    table.ForeignKey(
                        name: "FK_api_token_sites_api_tokens_TokenId",
                        column: x => x.TokenId,
                        principalTable: "api_tokens",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_api_token_sites_sites_SiteId",
                        column: x => x.SiteId,
                        principalTable: "sites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "orders_by_currency",
                table: "orders",
                columns: new[] { "Currency", "Row" });

            migrationBuilder.CreateIndex(
                name: "orders_by_kind_of_channel",
                table: "orders",
                columns: new[] { "Channel", "Row" });

            migrationBuilder.CreateIndex(
                name: "orders_by_modified",
                table: "orders",
                columns: new[] { "ModifiedAt", "Row" });

            migrationBuilder.CreateIndex(
                name: "orders_by_number",
                table: "orders",
                columns: new[] { "Number", "Row" });

            migrationBuilder.CreateIndex(
                name: "IX_api_token_sites_SiteId",
                table: "api_token_sites",
                column: "SiteId");

            migrationBuilder.CreateIndex(
                name: "IX_api_tokens_Hash",
                table: "api_tokens",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_api_tokens_MadeById",
                table: "api_tokens",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_keyed_requests_At",
                table: "keyed_requests",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_token_sites");

            migrationBuilder.DropTable(
                name: "keyed_requests");

            migrationBuilder.DropTable(
                name: "api_tokens");

            migrationBuilder.DropIndex(
                name: "orders_by_currency",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "orders_by_kind_of_channel",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "orders_by_modified",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "orders_by_number",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "RequestedByTokenId",
                table: "refunds");
        }
    }
}
