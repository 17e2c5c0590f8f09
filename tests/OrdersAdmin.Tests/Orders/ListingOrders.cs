using OrdersAdmin.Orders;
using OrdersAdmin.Staff;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Orders;

public sealed class ListingOrders
{
    [Fact]
    public async Task The_tabs_count_what_they_show()
    {
        await using var shop = await Shop();
        await shop.Fill(60);

        foreach (var actor in (Actor[])[shop.Owner, shop.Ana, shop.Kenji])
        {
            var counts = await shop.Orders.Counts(actor);
            foreach (var tab in Enum.GetValues<OrderTab>())
            {
                var view = (await shop.Orders.List(actor, new OrderListQuery { Tab = tab, Limit = 250 })).OrThrow();
                Assert.Equal((counts[tab], counts[tab]), (view.Rows.Count, view.Matching));
                Assert.Equal(counts, view.Counts);
            }
        }
    }

    [Fact]
    public async Task Staff_of_one_site_see_nothing_of_the_other_through_any_door()
    {
        await using var shop = await Shop();
        var all = await shop.Fill(40);
        var foreign = await shop.Order(Intake(Line("Secret", 1)) with { ChannelName = "hidden", Tags = ["hush"], Customer = new("secret@example.com", "Secret") }, shop.Kumo);
        (await shop.Fulfillments.Fulfill(shop.Kenji, foreign.Id, new("Yamato", TrackingNumber: "HIDDEN1", RequestKey: "k"))).OrThrow();

        var list = (await shop.Orders.List(shop.Ana, new OrderListQuery { Limit = 250 })).OrThrow();
        Assert.All(list.Rows, row => Assert.Equal("acme", row.SiteSlug));
        Assert.Equal(all.Count(order => order.Site.Slug == "acme"), list.Rows.Count);
        foreach (var query in (OrderListQuery[])
            [
                new() { SiteSlug = "kumo" }, new() { Search = "secret" }, new() { Search = "HIDDEN1" }, new() { ChannelName = "hidden" }, new() { Tag = "hush" },
                new() { CustomerId = foreign.Buyer.CustomerId.ToString() }, new() { SiteSlug = "no-such" }, new() { SiteSlug = "" },
            ])
        {
            var found = (await shop.Orders.List(shop.Ana, query)).OrThrow();
            Assert.Empty(found.Rows);
            Assert.Equal((0, list.Rows.Count), (found.Matching, found.Counts[OrderTab.All]));
        }

        var choices = await shop.Orders.Choices(shop.Ana);
        Assert.Equal(["acme"], choices.Sites.Select(site => site.Slug));
        Assert.DoesNotContain("hidden", choices.Channels);
        Assert.DoesNotContain("hush", choices.Tags);
        Assert.Equal(["acme"], (await shop.SiteQueries.List(shop.Ana)).Select(site => site.Slug));
        Assert.DoesNotContain(foreign.Id, await shop.Orders.WithNumber(shop.Ana, foreign.Number));
        Assert.Contains(foreign.Id, await shop.Orders.WithNumber(shop.Kenji, foreign.Number));
        Assert.Null(await shop.Orders.LastCarrier(shop.Ana, shop.Kumo.Id));
        Assert.Equal("Yamato", await shop.Orders.LastCarrier(shop.Kenji, shop.Kumo.Id));
    }

    [Fact]
    public async Task The_choices_name_every_channel_and_tag_once()
    {
        await using var shop = await Shop();
        await shop.Fill(40);

        var choices = await shop.Orders.Choices(shop.Owner);

        Assert.Equal(["acme", "kumo"], choices.Sites.Select(site => site.Slug).Order());
        Assert.Equal(Crowd.Names.Order(StringComparer.Ordinal), choices.Channels.Order(StringComparer.Ordinal));
        Assert.Equal(["gift", "vip"], choices.Tags);
    }

    [Fact]
    public async Task Odd_values_find_nothing_and_harm_nothing()
    {
        await using var shop = await Shop();
        await shop.Order(Line("Mug", 1));

        foreach (var query in (OrderListQuery[])
            [
                new() { CustomerId = "" }, new() { CustomerId = "cus_x" }, new() { Tag = "'; DROP TABLE orders; --" }, new() { ChannelName = "\0" }, new() { Status = (OrderStatus)99 },
                new() { PlacedFrom = DateTimeOffset.MaxValue }, new() { PlacedBefore = DateTimeOffset.MinValue }, new() { PlacedFrom = Today, PlacedBefore = Today },
                new() { Older = "0000000000000000" }, new() { Newer = "7fffffffffffffff" }, new() { Older = "8000000000000000" },
            ])
            Assert.Empty((await shop.Orders.List(shop.Ana, query)).OrThrow().Rows);
        Assert.Single((await shop.Orders.List(shop.Ana, new OrderListQuery { Tab = (OrderTab)99 })).OrThrow().Rows);
    }
}
