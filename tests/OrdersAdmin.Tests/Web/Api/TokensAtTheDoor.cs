using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Tests.Web.Api;

public sealed class TokensAtTheDoor
{
    [Fact]
    public async Task Tells_who_it_is_and_where_it_works()
    {
        await using var shop = await ApiShop.Open();
        var both = await shop.Token("Both", writes: true, "acme", "kumo");

        var me = (await shop.Get("/api/v1/me", both)).Ok().Json;

        Assert.Equal("Both", me.GetProperty("name").GetString());
        Assert.Equal(["read:orders", "write:orders"], me.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.Equal(["acme", "kumo"], me.GetProperty("sites").EnumerateArray().Select(site => site.GetProperty("slug").GetString()));
    }

    [Fact]
    public async Task Is_refused_from_the_next_request_on_once_it_is_revoked()
    {
        await using var shop = await ApiShop.Open();
        (await shop.Get("/api/v1/me")).Ok();
        var tokens = (await shop.Factory.Service<ApiTokenQueries>().List(shop.Owner)).OrThrow();
        var token = tokens.Single(each => each.Name == "Warehouse");

        (await shop.Factory.Service<ApiTokenWorkflow>().Revoke(shop.Owner, token.Id)).OrThrow();

        (await shop.Get("/api/v1/me")).Refused(401, "unauthenticated");
        Assert.NotNull(token.LastUsedAt);
        Assert.Equal(TokenState.Revoked, (await shop.Factory.Service<ApiTokenQueries>().List(shop.Owner)).OrThrow().Single(each => each.Id == token.Id).State);
    }

    [Fact]
    public async Task A_persons_cookie_counts_for_nothing()
    {
        await using var shop = await ApiShop.Open();
        using var olga = await shop.Factory.SignedIn("olga@shop.test");

        await olga.Get("/api/v1/me");

        Assert.Equal(401, (int)olga.Status);
    }

    [Fact]
    public async Task Has_so_many_requests_a_minute_and_is_told_how_many_are_left()
    {
        await using var shop = await ApiShop.Open(("OrdersAdmin:Api:RequestsPerMinute", "3"));

        var replies = new List<ApiReply>();
        for (var i = 0; i < 4; i++)
            replies.Add(await shop.Get("/api/v1/me"));

        Assert.Equal(["2", "1", "0"], replies.Take(3).Select(reply => reply.Ok().Headers["RateLimit-Remaining"]));
        replies[3].Refused(429, "rate_limited");
        Assert.InRange(int.Parse(replies[3].Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        (await shop.Get("/api/v1/me", shop.Reader)).Ok();
    }

    [Fact]
    public async Task What_it_does_is_told_under_its_name()
    {
        await using var shop = await ApiShop.Open();
        var order = await shop.Order();
        await EndpointsOfOrders.Shipped(shop, order.Id.ToString());

        var timeline = (await shop.Get($"{ApiShop.Orders}/{order.Id}/timeline")).Ok().Json.GetProperty("data");

        var newest = timeline[0];
        Assert.Equal(("token", "Warehouse"), (newest.GetProperty("actor_kind").GetString(), newest.GetProperty("actor_name").GetString()));
    }

    [Fact]
    public async Task Does_not_approve_what_it_its_maker_or_a_sibling_asked_for()
    {
        await using var shop = await ApiShop.Open();
        var order = await shop.Order();
        var sibling = await shop.Token("Sibling", writes: true, "acme");
        var refund = (await shop.Post($"{ApiShop.Orders}/{order.Id}/refund", """{"amount":1500,"reason":"Buyer request"}""")).Ok(202);

        var path = $"{ApiShop.Orders}/{order.Id}/refunds/{refund.Text("id")}/approve";

        Assert.Equal("awaiting_approval", refund.Text("status"));
        (await shop.Post(path)).Refused(409, "state");
        (await shop.Post(path, token: sibling)).Refused(409, "state");
        Assert.IsType<Problem.Refused>((await shop.Factory.Service<OrdersAdmin.Refunds.RefundWorkflow>().Approve(shop.Owner, (await shop.Read(order.Id)).Refunds[0].Id, 1)).Problem);
    }

    [Fact]
    public async Task Refunds_alone_only_within_the_limits_of_support()
    {
        await using var shop = await ApiShop.Open();
        var order = await shop.Order();

        var small = (await shop.Post($"{ApiShop.Orders}/{order.Id}/refund", """{"amount":1000,"reason":"Buyer request"}""")).Ok(202);

        Assert.Equal("Buyer request", small.Text("reason"));
        Assert.NotEqual("awaiting_approval", small.Text("status"));
    }

    [Fact]
    public async Task The_secret_is_nowhere_in_the_database()
    {
        await using var shop = await Given.Shop();

        var made = (await Workflow(shop).Make(shop.Owner, new MakeApiToken("Sync", true, ["acme"], null))).OrThrow();

        Assert.DoesNotContain(made.Secret[12..], shop.AllRows(), StringComparison.Ordinal);
        Assert.NotNull(await Queries(shop).Present(made.Secret));
    }

    [Fact]
    public async Task Ends_on_the_day_on_which_it_expires()
    {
        await using var shop = await Given.Shop();
        var secret = (await Workflow(shop).Make(shop.Owner, new MakeApiToken("Sync", true, ["acme"], shop.Clock.Now.AddDays(1)))).OrThrow().Secret;
        Assert.NotNull(await Queries(shop).Present(secret));

        shop.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Null(await Queries(shop).Present(secret));
        Assert.Equal(TokenState.Expired, (await Queries(shop).List(shop.Owner)).OrThrow()[0].State);
    }

    [Fact]
    public async Task May_no_more_than_its_maker_may_at_this_moment()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Mug", 2));
        var second = (await shop.StaffQueries.List(shop.Owner)).OrThrow().Single(member => member.Name == "Mia Manager");
        await Change(shop, second, Role.Owner, active: true);
        var secret = (await Workflow(shop).Make(shop.Manager, new MakeApiToken("Sync", true, ["acme", "kumo"], null))).OrThrow().Secret;
        var token = (await Queries(shop).Present(secret))!.Actor;
        (await shop.OrderWorkflow.Edit(token, order.Id, new EditOrder("as an owner's"))).OrThrow();

        await Change(shop, second with { Version = second.Version + 1 }, Role.Staff, active: true);
        Expect.Forbidden(await shop.Intake.TakeIn(token, shop.Acme.Id, Given.Intake(Given.Line("Mug", 1))));
        await Change(shop, second with { Version = second.Version + 2 }, Role.Staff, active: false);

        Expect.NotFound(await shop.OrderWorkflow.Edit(token, order.Id, new EditOrder("as nobody's")));
        Assert.Null(await Queries(shop).Present(secret));
    }

    [Fact]
    public async Task Only_owners_make_list_and_revoke_them()
    {
        await using var shop = await Given.Shop();
        var made = (await Workflow(shop).Make(shop.Owner, new MakeApiToken("Sync", true, ["acme"], null))).OrThrow();

        Expect.Forbidden(await Workflow(shop).Make(shop.Manager, new MakeApiToken("Mine", true, ["acme"], null)));
        Expect.Forbidden(await Queries(shop).List(shop.Manager));
        Expect.Forbidden(await Workflow(shop).Revoke(shop.Manager, made.Id));
        Expect.Forbidden(await Workflow(shop).Make((await Queries(shop).Present(made.Secret))!.Actor, new MakeApiToken("Child", true, ["acme"], null)));
    }

    [Fact]
    public async Task Is_not_made_without_a_name_a_site_or_with_a_day_that_has_passed()
    {
        await using var shop = await Given.Shop();

        var refused = await Workflow(shop).Make(shop.Owner, new MakeApiToken(" ", true, [], shop.Clock.Now));

        Assert.Equal(["name", "sites", "expires_at"], Expect.InvalidFields(refused));
        Expect.Invalid(await Workflow(shop).Make(shop.Owner, new MakeApiToken("Sync", true, ["nowhere"], null)), "sites");
    }

    private static ApiTokenWorkflow Workflow(Shop shop) => new(shop.Database, shop.Clock);

    private static ApiTokenQueries Queries(Shop shop) => new(shop.Database, shop.Clock);

    private static async Task Change(Shop shop, StaffView member, Role role, bool active) =>
        (await shop.StaffWorkflow.Change(shop.Owner, member.Id, new StaffDetails(member.Email, member.Name, role, member.Sites, active), member.Version)).OrThrow();
}
