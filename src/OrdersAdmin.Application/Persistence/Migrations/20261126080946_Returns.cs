using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrdersAdmin.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Returns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DeletedAt",
                table: "variants",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Quarantined",
                table: "variants",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Reserved",
                table: "variants",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Announced",
                table: "line_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Exchanged",
                table: "line_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ExchangedDiscount",
                table: "line_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ExchangedSubtotal",
                table: "line_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ExchangedTax",
                table: "line_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Kept",
                table: "line_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "OnHold",
                table: "line_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "ReplacementOf",
                table: "line_items",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "return_policies",
                columns: table => new
                {
                    SiteId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_return_policies", x => x.SiteId);
                    table.ForeignKey(
                        name: "FK_return_policies_sites_SiteId",
                        column: x => x.SiteId,
                        principalTable: "sites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "returns",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OrderId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SiteId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Rma = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    StateByName = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ShopPays = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    RequestKey = table.Column<string>(type: "TEXT", nullable: true),
                    RequestedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RequestedByName = table.Column<string>(type: "TEXT", nullable: false),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedByName = table.Column<string>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OverrideReason = table.Column<string>(type: "TEXT", nullable: true),
                    OverrideBy = table.Column<string>(type: "TEXT", nullable: true),
                    RejectReason = table.Column<string>(type: "TEXT", nullable: true),
                    CustomerSentence = table.Column<string>(type: "TEXT", nullable: true),
                    ExchangeId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_returns_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stock_movements",
                columns: table => new
                {
                    VariantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SiteId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    OnHand = table.Column<int>(type: "INTEGER", nullable: false),
                    Reserved = table.Column<int>(type: "INTEGER", nullable: false),
                    Quarantined = table.Column<int>(type: "INTEGER", nullable: false),
                    OnHandAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    ReservedAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    QuarantinedAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorKind = table.Column<int>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    OrderId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ReturnId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Overridden = table.Column<bool>(type: "INTEGER", nullable: false),
                    RequestKey = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stock_movements", x => new { x.VariantId, x.Number });
                    table.ForeignKey(
                        name: "FK_stock_movements_variants_VariantId",
                        column: x => x.VariantId,
                        principalTable: "variants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exchanges",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OrderId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SiteId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ReturnId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    StateByName = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    RequestKey = table.Column<string>(type: "TEXT", nullable: true),
                    RequestedById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RequestedByName = table.Column<string>(type: "TEXT", nullable: false),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedByName = table.Column<string>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RejectReason = table.Column<string>(type: "TEXT", nullable: true),
                    CustomerSentence = table.Column<string>(type: "TEXT", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Difference = table.Column<long>(type: "INTEGER", nullable: false),
                    DifferenceState = table.Column<int>(type: "INTEGER", nullable: false),
                    DifferenceWaiver = table.Column<string>(type: "TEXT", nullable: true),
                    GoodsWaiver = table.Column<string>(type: "TEXT", nullable: true),
                    RefundId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    GoodsSettled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exchanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_exchanges_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_exchanges_returns_ReturnId",
                        column: x => x.ReturnId,
                        principalTable: "returns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "return_inspections",
                columns: table => new
                {
                    ReturnId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    LineItemId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Disposition = table.Column<int>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    RequestKey = table.Column<string>(type: "TEXT", nullable: true),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_return_inspections", x => new { x.ReturnId, x.Number });
                    table.ForeignKey(
                        name: "FK_return_inspections_returns_ReturnId",
                        column: x => x.ReturnId,
                        principalTable: "returns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "return_lines",
                columns: table => new
                {
                    ReturnId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LineItemId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Expected = table.Column<int>(type: "INTEGER", nullable: false),
                    Received = table.Column<int>(type: "INTEGER", nullable: false),
                    Missing = table.Column<int>(type: "INTEGER", nullable: false),
                    Inspected = table.Column<int>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_return_lines", x => new { x.ReturnId, x.LineItemId });
                    table.ForeignKey(
                        name: "FK_return_lines_line_items_LineItemId",
                        column: x => x.LineItemId,
                        principalTable: "line_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_return_lines_returns_ReturnId",
                        column: x => x.ReturnId,
                        principalTable: "returns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "return_photos",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ReturnId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LineItemId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    Extension = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Caption = table.Column<string>(type: "TEXT", nullable: true),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_return_photos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_return_photos_returns_ReturnId",
                        column: x => x.ReturnId,
                        principalTable: "returns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "return_receipts",
                columns: table => new
                {
                    ReturnId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Lines = table.Column<string>(type: "TEXT", nullable: false),
                    Unexpected = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    RequestKey = table.Column<string>(type: "TEXT", nullable: true),
                    ById = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_return_receipts", x => new { x.ReturnId, x.Number });
                    table.ForeignKey(
                        name: "FK_return_receipts_returns_ReturnId",
                        column: x => x.ReturnId,
                        principalTable: "returns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "exchange_lines",
                columns: table => new
                {
                    ExchangeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LineItemId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    VariantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sku = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ProductId = table.Column<string>(type: "TEXT", nullable: false),
                    UnitPrice = table.Column<long>(type: "INTEGER", nullable: false),
                    Old = table.Column<string>(type: "TEXT", nullable: false),
                    New = table.Column<string>(type: "TEXT", nullable: false),
                    ReplacementLineId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Shipped = table.Column<int>(type: "INTEGER", nullable: false),
                    Kept = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exchange_lines", x => new { x.ExchangeId, x.LineItemId });
                    table.ForeignKey(
                        name: "FK_exchange_lines_exchanges_ExchangeId",
                        column: x => x.ExchangeId,
                        principalTable: "exchanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_exchange_lines_line_items_LineItemId",
                        column: x => x.LineItemId,
                        principalTable: "line_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exchange_payments",
                columns: table => new
                {
                    ExchangeId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SessionId = table.Column<string>(type: "TEXT", nullable: true),
                    Url = table.Column<string>(type: "TEXT", nullable: true),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PaidAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PaymentId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Told = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NextCheckAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exchange_payments", x => new { x.ExchangeId, x.Number });
                    table.ForeignKey(
                        name: "FK_exchange_payments_exchanges_ExchangeId",
                        column: x => x.ExchangeId,
                        principalTable: "exchanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_variants_SiteId_ProductId",
                table: "variants",
                columns: new[] { "SiteId", "ProductId" });

            migrationBuilder.CreateIndex(
                name: "IX_exchange_lines_LineItemId",
                table: "exchange_lines",
                column: "LineItemId");

            migrationBuilder.CreateIndex(
                name: "IX_exchange_payments_Key",
                table: "exchange_payments",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_exchange_payments_NextCheckAt",
                table: "exchange_payments",
                column: "NextCheckAt");

            migrationBuilder.CreateIndex(
                name: "IX_exchange_payments_SessionId",
                table: "exchange_payments",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_OrderId_Number",
                table: "exchanges",
                columns: new[] { "OrderId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_OrderId_RequestKey",
                table: "exchanges",
                columns: new[] { "OrderId", "RequestKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_ReturnId",
                table: "exchanges",
                column: "ReturnId");

            migrationBuilder.CreateIndex(
                name: "IX_exchanges_Status_Id_SiteId",
                table: "exchanges",
                columns: new[] { "Status", "Id", "SiteId" });

            migrationBuilder.CreateIndex(
                name: "IX_return_lines_LineItemId",
                table: "return_lines",
                column: "LineItemId");

            migrationBuilder.CreateIndex(
                name: "IX_return_photos_ReturnId",
                table: "return_photos",
                column: "ReturnId");

            migrationBuilder.CreateIndex(
                name: "IX_return_receipts_ReturnId_RequestKey",
                table: "return_receipts",
                columns: new[] { "ReturnId", "RequestKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_returns_ExchangeId",
                table: "returns",
                column: "ExchangeId");

            migrationBuilder.CreateIndex(
                name: "IX_returns_OrderId_Number",
                table: "returns",
                columns: new[] { "OrderId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_returns_OrderId_RequestKey",
                table: "returns",
                columns: new[] { "OrderId", "RequestKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_returns_Rma",
                table: "returns",
                column: "Rma");

            migrationBuilder.CreateIndex(
                name: "IX_returns_SiteId_Rma",
                table: "returns",
                columns: new[] { "SiteId", "Rma" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_returns_Status_Id_SiteId",
                table: "returns",
                columns: new[] { "Status", "Id", "SiteId" });

            migrationBuilder.CreateIndex(
                name: "IX_stock_movements_OrderId",
                table: "stock_movements",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_stock_movements_VariantId_RequestKey",
                table: "stock_movements",
                columns: new[] { "VariantId", "RequestKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "exchange_lines");

            migrationBuilder.DropTable(
                name: "exchange_payments");

            migrationBuilder.DropTable(
                name: "return_inspections");

            migrationBuilder.DropTable(
                name: "return_lines");

            migrationBuilder.DropTable(
                name: "return_photos");

            migrationBuilder.DropTable(
                name: "return_policies");

            migrationBuilder.DropTable(
                name: "return_receipts");

            migrationBuilder.DropTable(
                name: "stock_movements");

            migrationBuilder.DropTable(
                name: "exchanges");

            migrationBuilder.DropTable(
                name: "returns");

            migrationBuilder.DropIndex(
                name: "IX_variants_SiteId_ProductId",
                table: "variants");

            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "variants");

            migrationBuilder.DropColumn(
                name: "Quarantined",
                table: "variants");

            migrationBuilder.DropColumn(
                name: "Reserved",
                table: "variants");

            migrationBuilder.DropColumn(
                name: "Announced",
                table: "line_items");

            migrationBuilder.DropColumn(
                name: "Exchanged",
                table: "line_items");

            migrationBuilder.DropColumn(
                name: "ExchangedDiscount",
                table: "line_items");

            migrationBuilder.DropColumn(
                name: "ExchangedSubtotal",
                table: "line_items");

            migrationBuilder.DropColumn(
                name: "ExchangedTax",
                table: "line_items");

            migrationBuilder.DropColumn(
                name: "Kept",
                table: "line_items");

            migrationBuilder.DropColumn(
                name: "OnHold",
                table: "line_items");

            migrationBuilder.DropColumn(
                name: "ReplacementOf",
                table: "line_items");
        }
    }
}
