using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Web.Api;

/// <summary>The requests that the specification shows, as they stand there; host, token and ids are this shop's.</summary>
public sealed class TheSpecificationsExamples(SharedApiShop shared) : IClassFixture<SharedApiShop>
{
    private const string Orders = "/api/storefront/v1/merchant/orders";

    private ApiShop Shop => shared.Shop;

    [Fact]
    public async Task Lists_pending_orders()
    {
        var order = await Shop.Order();

        var list = (await Shop.Get($"{Orders}?status=pending&limit=25")).Ok().Json;

        Assert.Contains(list.GetProperty("data").EnumerateArray(), each => each.GetProperty("id").GetString() == order.Id.ToString());
        Assert.All(list.GetProperty("data").EnumerateArray(), each => Assert.Equal("pending", each.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task An_order_has_the_shape_that_it_shows()
    {
        var order = (await Shop.Get($"{Orders}/{(await Shop.Order()).Id}")).Ok().Json;

        string[] members = ["id", "site_slug", "status", "fulfillment_status", "buyer", "shipping_address", "billing_address", "items", "totals", "currency", "payment", "fulfillments", "returns", "exchanges", "created_at"];
        Assert.All(members, member => Assert.True(order.TryGetProperty(member, out _), member));
        Assert.All((string[])["id", "product_id", "variant_id", "name", "quantity", "unit_price", "subtotal"], member => Assert.True(order.GetProperty("items")[0].TryGetProperty(member, out _), member));
        Assert.All((string[])["subtotal", "shipping", "tax", "discount", "total"], member => Assert.True(order.GetProperty("totals").GetProperty(member).TryGetInt64(out _), member));
        Assert.Equal(("zoe@example.com", "stripe", 5000), (
            order.GetProperty("buyer").GetProperty("email").GetString(), order.GetProperty("payment").GetProperty("provider").GetString(), order.GetProperty("totals").GetProperty("total").GetInt64()));
        Assert.StartsWith("pi_", order.GetProperty("payment").GetProperty("intent_id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Some_items_ship_now_and_the_others_later()
    {
        var order = await Shop.Order();

        var partly = (await Shop.Post($"{Orders}/{order.Id}/fulfill", $$"""
            {    "carrier": "USPS",    "tracking_number": "9400111202555582846137",    "items": [      { "line_item_id": "{{order.Items[0].Id}}", "quantity": 1 }    ]  }
            """, Guid.NewGuid().ToString())).Ok();
        var wholly = (await Shop.Post($"{Orders}/{order.Id}/fulfill", """{ "carrier": "USPS", "tracking_number": "9400111202555582846138" }""", Guid.NewGuid().ToString())).Ok();

        Assert.Equal(("partially_fulfilled", "fulfilled"), (partly.Text("status"), wholly.Text("status")));
        Assert.Equal("9400111202555582846137", partly.Json.GetProperty("fulfillments")[0].GetProperty("tracking_number").GetString());
    }

    [Fact]
    public async Task A_partial_refund_is_taken_on()
    {
        var order = await Shop.Order();

        var refund = (await Shop.Post($"{Orders}/{order.Id}/refund", """{    "amount": 500,    "reason": "Buyer request"  }""", Guid.NewGuid().ToString())).Ok(202);

        Assert.Equal(500, refund.Json.GetProperty("amount").GetInt64());
        Assert.Equal(OrderStatus.Pending, (await Shop.Read(order.Id)).Status);
    }

    [Fact]
    public async Task Without_an_amount_everything_goes_back_and_the_order_is_refunded_only_once_the_provider_says_so()
    {
        var order = await Shop.Order();
        var refund = (await Shop.Post($"{Orders}/{order.Id}/refund", """{    "reason": "Buyer request"  }""", Guid.NewGuid().ToString())).Ok(202);
        Assert.Equal(5000, refund.Json.GetProperty("amount").GetInt64());
        Assert.NotEqual(OrderStatus.Refunded, (await Shop.Read(order.Id)).Status);

        var approver = await Shop.SecondOwner();
        (await Shop.Factory.Service<OrdersAdmin.Refunds.RefundWorkflow>().Approve(approver, (await Shop.Read(order.Id)).Refunds[0].Id, 1)).OrThrow();

        await Shop.Becomes(order, OrderStatus.Refunded);
    }

    [Fact]
    public async Task A_return_is_requested_approved_with_an_rma_and_received_in_good_condition()
    {
        var order = await Shop.Order();
        await EndpointsOfOrders.Shipped(Shop, order.Id.ToString());

        var requested = (await Shop.Post($"{Orders}/{order.Id}/returns", $$"""{ "items": [ { "line_item_id": "{{order.Items[0].Id}}", "quantity": 2 } ], "reason": "Too small" }""")).Ok(201);
        var approved = (await Shop.Post($"{Orders}/{order.Id}/returns/{requested.Text("id")}/approve")).Ok();
        var received = (await Shop.Post($"{Orders}/{order.Id}/returns/{requested.Text("id")}/receive")).Ok();

        Assert.Equal("requested", requested.Text("status"));
        Assert.StartsWith("RMA-", approved.Text("rma"), StringComparison.Ordinal);
        Assert.Equal((0, 2), (received.Json.GetProperty("items")[0].GetProperty("outstanding").GetInt32(), received.Json.GetProperty("items")[0].GetProperty("accepted").GetInt32()));
        Assert.Equal("restock", received.Json.GetProperty("inspections")[0].GetProperty("disposition").GetString());
        Assert.Contains((await Shop.Get($"{Orders}/returns?limit=250")).Ok().Json.GetProperty("data").EnumerateArray(), each => each.GetProperty("id").GetString() == requested.Text("id"));
    }

    [Fact]
    public async Task A_return_is_rejected()
    {
        var order = await Shop.Order();
        await EndpointsOfOrders.Shipped(Shop, order.Id.ToString());
        var requested = (await Shop.Post($"{Orders}/{order.Id}/returns", $$"""{ "items": [ { "line_item_id": "{{order.Items[0].Id}}", "quantity": 1 } ], "reason": "Too small" }""")).Ok(201);

        Assert.Equal("rejected", (await Shop.Post($"{Orders}/{order.Id}/returns/{requested.Text("id")}/reject")).Ok().Text("status"));
    }

    [Fact]
    public async Task An_exchange_names_the_variant_that_goes_out_instead()
    {
        var order = await Shop.Order();
        await EndpointsOfOrders.Shipped(Shop, order.Id.ToString());

        var exchange = (await Shop.Post($"{Orders}/{order.Id}/exchanges", $$"""
            {    "items": [      { "line_item_id": "{{order.Items[0].Id}}", "quantity": 1, "new_variant_id": "{{Shop.BlueMug}}" }    ],    "reason": "Wrong color"  }
            """)).Ok(201);

        Assert.Equal(("requested", "MUG-BLUE"), (exchange.Text("status"), exchange.Json.GetProperty("items")[0].GetProperty("new_sku").GetString()));
        Assert.Equal("approved", (await Shop.Post($"{Orders}/{order.Id}/exchanges/{exchange.Text("id")}/approve")).Ok().Text("status"));
        (await Shop.Post($"{Orders}/{order.Id}/exchanges/{exchange.Text("id")}/receive")).Ok();
    }
}
