using OrdersAdmin.Idempotency;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Tests.Web.Api;

public sealed class RepeatingARequest
{
    private const string Ship = """{"carrier":"DHL","tracking_number":"JJD1"}""";

    [Fact]
    public async Task A_hundred_at_once_with_one_key_are_one_effect()
    {
        await using var shop = await ApiShop.Open();
        var order = await shop.Order();

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => shop.Post($"{ApiShop.Orders}/{order.Id}/fulfill", Ship, "one")));

        var after = await shop.Read(order.Id);
        Assert.Single(after.Fulfillments);
        Assert.Equal(2, after.Version);
        Assert.Single(replies, reply => reply is { Status: 200, Replayed: false });
        Assert.All(replies, reply => Assert.True(reply.Status is 200 || reply.Code == "idempotency_key_in_flight", reply.Body));
        Assert.Single(replies.Where(reply => reply.Status == 200).Select(reply => reply.Body).Distinct());
    }

    [Fact]
    public async Task The_first_answer_comes_again_byte_for_byte_whatever_happened_since()
    {
        await using var shop = await ApiShop.Open();
        var order = await shop.Order();
        var first = (await shop.Post($"{ApiShop.Orders}/{order.Id}/fulfill", Ship, "k")).Ok();
        await shop.Send("PATCH", $"{ApiShop.Orders}/{order.Id}", shop.Writer, """{"note":"changed"}""");

        var again = await shop.Post($"/api/storefront/v1/merchant/orders/{order.Id}/fulfill", Ship, "k");

        Assert.Equal((first.Status, first.Body, first.ETag, true), (again.Status, again.Body, again.ETag, again.Replayed));
        Assert.Equal(3, (await shop.Read(order.Id)).Version);
    }

    [Fact]
    public async Task A_refusal_by_the_orders_state_comes_again_too()
    {
        await using var shop = await ApiShop.Open();
        var order = await shop.Order();
        (await shop.Post($"{ApiShop.Orders}/{order.Id}/fulfill", Ship)).Ok();
        (await shop.Post($"{ApiShop.Orders}/{order.Id}/fulfill", Ship, "late")).Refused(409, "state");

        var again = await shop.Post($"{ApiShop.Orders}/{order.Id}/fulfill", Ship, "late");

        again.Refused(409, "state");
        Assert.True(again.Replayed);
    }

    [Fact]
    public async Task What_was_malformed_may_be_corrected_under_the_same_key()
    {
        await using var shop = await ApiShop.Open();
        var order = await shop.Order();

        (await shop.Post($"{ApiShop.Orders}/{order.Id}/fulfill", """{"carier":"DHL"}""", "k")).Refused(400, "malformed");

        (await shop.Post($"{ApiShop.Orders}/{order.Id}/fulfill", Ship, "k")).Ok();
    }

    [Fact]
    public async Task Another_body_is_refused_and_another_token_or_route_has_keys_of_its_own()
    {
        await using var shop = await ApiShop.Open();
        var (order, other) = (await shop.Order(), await shop.Order());
        var second = await shop.Token("Second", writes: true, "acme");
        (await shop.Post($"{ApiShop.Orders}/{order.Id}/fulfill", Ship, "k")).Ok();

        (await shop.Post($"{ApiShop.Orders}/{order.Id}/fulfill", """{"carrier":"UPS"}""", "k")).Refused(422, "idempotency_key_reused");
        (await shop.Post($"{ApiShop.Orders}/{order.Id}/fulfill", Ship, "k", token: second)).Refused(409, "state");
        (await shop.Post($"{ApiShop.Orders}/{other.Id}/fulfill", Ship, "k")).Ok();
        Assert.Single((await shop.Read(order.Id)).Fulfillments);
    }

    [Fact]
    public async Task A_process_that_ended_between_the_effect_and_the_answer_has_done_it_once()
    {
        await using var shop = await Given.Shop();
        var (first, later) = (new KeyedRequests(shop.Database, shop.Clock), new KeyedRequests(shop.Database, shop.Clock));
        var key = new RequestKey(Id<ApiToken>.New(), "POST /somewhere", "k");
        var order = await shop.Order(Given.Line("Mug", 2));
        Task<Result<Changed>> Act() => shop.Fulfillments.Fulfill(shop.Ana, order.Id, new("DHL", Items: Shop.Items(order, 1)));
        var crashed = Assert.IsType<KeyedStart.Run>(await first.Start(key, [1])).Keyed;
        crashed.Begin();
        var done = (await Act()).OrThrow();
        crashed.Dispose();

        using var again = Assert.IsType<KeyedStart.Run>(await later.Start(key, [1])).Keyed;
        again.Begin();
        var told = (await Act()).OrThrow();

        Assert.Equal(done, told);
        Assert.Single((await shop.Read(order.Id)).Fulfillments);
    }

    [Fact]
    public async Task A_key_is_free_again_after_a_day()
    {
        await using var shop = await Given.Shop();
        var requests = new KeyedRequests(shop.Database, shop.Clock);
        var key = new RequestKey(Id<ApiToken>.New(), "POST /somewhere", "k");
        using (var run = Assert.IsType<KeyedStart.Run>(await requests.Start(key, [1])).Keyed)
            (await requests.Keep(run, new KeptAnswer(200, "application/json", null, null, [7]))).OrThrow();
        Assert.IsType<KeyedStart.Replay>(await requests.Start(key, [1]));
        Assert.IsType<KeyedStart.OtherBody>(await requests.Start(key, [2]));

        shop.Clock.Advance(KeyedRequests.Kept);

        using var free = Assert.IsType<KeyedStart.Run>(await requests.Start(key, [2])).Keyed;
        Assert.IsType<KeyedStart.InFlight>(await requests.Start(key, [2]));
    }
}
