using System.Globalization;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Web.Api;

public sealed class ListingOrdersByProgram(SharedApiShop shared) : IClassFixture<SharedApiShop>
{
    private ApiShop Shop => shared.Shop;

    [Fact]
    public async Task Every_filter_gives_the_orders_that_match_and_no_others()
    {
        var (plain, tagged) = (await Shop.Order(), await Shop.Order(intake => intake with { Tags = ["only-this"], ChannelName = "Fair", Channel = Channel.Pos, Currency = "USD" }));
        await EndpointsOfOrders.Shipped(Shop, tagged.Id.ToString());
        var changed = await Shop.Read(tagged.Id);
        var moment = Uri.EscapeDataString(changed.ModifiedAt.ToString("O", CultureInfo.InvariantCulture));
        var later = Uri.EscapeDataString(changed.ModifiedAt.AddTicks(1).ToString("O", CultureInfo.InvariantCulture));

        foreach (var filter in (string[])
            [
                "tag=only-this", "channel_name=Fair", "channel=pos", "currency=USD", $"number={tagged.Number}", $"modified_after={moment}&modified_before={later}", "status=fulfilled&currency=USD",
                "fulfillment_status=fulfilled&channel=pos", $"q=%23{tagged.Number}", $"channel=pos&customer_id={tagged.CustomerId}", "currency=USD&channel=pos&payment_status=paid&site_slug=acme",
            ])
        {
            var found = await Ids(filter);
            Assert.True(found is [var only] && only == tagged.Id.ToString(), $"{filter}: {string.Join(' ', found)}");
        }
        foreach (var filter in (string[])["currency=JPY", "channel=platform", "number=999999", "site_slug=kumo", "status=cancelled&channel=pos", $"created_before={moment}&created_after={moment[..4]}-11-01&tag=none"])
            Assert.Empty(await Ids(filter));
        Assert.Contains(plain.Id.ToString(), await Ids("currency=EUR&limit=250"));
    }

    [Fact]
    public async Task Pages_lead_through_all_of_them_newest_first_and_carry_their_filters()
    {
        for (var i = 0; i < 7; i++)
            await Shop.Order(intake => intake with { Tags = ["paged"] });
        await Shop.Order();

        var (seen, path) = (new List<string>(), $"{ApiShop.Orders}?tag=paged&limit=3");
        for (var pages = 1; ; pages++)
        {
            var page = (await Shop.Get(path)).Ok().Json;
            seen.AddRange(page.GetProperty("data").EnumerateArray().Select(order => order.GetProperty("id").GetString()!));
            if (page.GetProperty("next_cursor").GetString() is not { } cursor)
            {
                Assert.Equal(3, pages);
                break;
            }
            path = $"{ApiShop.Orders}?cursor={cursor}";
        }

        Assert.Equal(7, seen.Distinct().Count());
        Assert.Equal(await Ids("tag=paged"), seen);
    }

    [Theory]
    [InlineData("status=unheard", "status")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=251", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=5&limit=6", "limit")]
    [InlineData("modified_after=2026-01-01T00:00:00Z", "modified_before")]
    [InlineData("modified_after=2026-01-02T00:00:00Z&modified_before=2026-01-01T00:00:00Z", "modified_before")]
    [InlineData("created_after=yesterday", "created_after")]
    [InlineData("currency=EURO", "currency")]
    [InlineData("customer_id=1", "customer_id")]
    [InlineData("statsu=pending", "statsu")]
    [InlineData("cursor=abc", "cursor")]
    [InlineData("cursor=", "cursor")]
    [InlineData("number=-1", "number")]
    [InlineData("channel=moon", "channel")]
    public async Task What_is_wrong_is_named(string parameters, string path)
    {
        var reply = (await Shop.Get($"{ApiShop.Orders}?{parameters}")).Refused(400, "malformed");

        Assert.Contains(path, reply.Paths);
    }

    [Fact]
    public async Task A_cursor_stands_alone_and_is_nobody_elses()
    {
        for (var i = 0; i < 3; i++)
            await Shop.Order();
        var cursor = (await Shop.Get($"{ApiShop.Orders}?limit=1")).Ok().Text("next_cursor");

        Assert.Equal(["status"], (await Shop.Get($"{ApiShop.Orders}?cursor={cursor}&status=pending")).Refused(400, "malformed").Paths);
        Assert.Equal(["cursor"], (await Shop.Get($"{ApiShop.Orders}?cursor={cursor[..^2]}xx")).Refused(400, "malformed").Paths);
        Assert.Equal(["cursor"], (await Shop.Get($"{ApiShop.Orders}/returns?cursor={cursor}")).Refused(400, "malformed").Paths);
        Assert.Equal(2, (await Shop.Get($"{ApiShop.Orders}?cursor={cursor}&limit=2")).Ok().Json.GetProperty("data").GetArrayLength());
        Assert.Empty((await Shop.Get($"{ApiShop.Orders}?cursor={cursor}&limit=2", Shop.Foreign)).Ok().Json.GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task An_order_that_has_not_changed_is_not_sent_again()
    {
        var order = await Shop.Order();
        using var client = Shop.Factory.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{ApiShop.Orders}/{order.Id}", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", Shop.Writer);
        request.Headers.IfNoneMatch.ParseAdd("\"1\"");

        using var response = await client.SendAsync(request);

        Assert.Equal(System.Net.HttpStatusCode.NotModified, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    private async Task<IReadOnlyList<string>> Ids(string filter) =>
        [.. (await Shop.Get($"{ApiShop.Orders}?{filter}")).Ok().Json.GetProperty("data").EnumerateArray().Select(order => order.GetProperty("id").GetString()!)];
}
