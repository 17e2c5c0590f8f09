using System.Text.Json;

namespace OrdersAdmin.Tests.Web.Api;

public sealed class ListingWithoutAnEnvelope
{
    [Fact]
    public async Task The_array_is_the_datas_bytes_and_the_next_page_is_in_a_header()
    {
        await using var shop = await ApiShop.Open();
        foreach (var _ in Enumerable.Range(0, 3))
            await shop.Order();
        var whole = (await shop.Get($"{ApiShop.Orders}?limit=2")).Ok();

        var bare = (await shop.Get($"{ApiShop.Orders}?envelope=false&limit=2")).Ok();
        var link = bare.Headers["Link"];
        var next = (await shop.Get(link[1..link.IndexOf('>', StringComparison.Ordinal)])).Ok();

        Assert.Equal(whole.Json.GetProperty("data").GetRawText(), bare.Body);
        Assert.EndsWith(">; rel=\"next\"", link, StringComparison.Ordinal);
        Assert.Equal(1, next.Json.GetArrayLength());
        Assert.False(next.Headers.ContainsKey("Link"));
        Assert.DoesNotContain(next.Json[0].GetProperty("id").GetString()!, bare.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_its_envelope_a_list_is_as_without_the_parameter()
    {
        await using var shop = await ApiShop.Open();
        await shop.Order();

        var said = (await shop.Get($"{ApiShop.Orders}?envelope=true")).Ok();

        Assert.Equal((await shop.Get(ApiShop.Orders)).Body, said.Body);
        Assert.Equal(JsonValueKind.Null, said.Json.GetProperty("next_cursor").ValueKind);
    }

    [Fact]
    public async Task What_is_no_list_or_no_answer_is_refused()
    {
        await using var shop = await ApiShop.Open();
        var order = await shop.Order();

        Assert.Equal(["envelope"], (await shop.Get($"{ApiShop.Orders}?envelope=no")).Refused(400, "malformed").Paths);
        Assert.Equal(["envelope"], (await shop.Get($"{ApiShop.Orders}/{order.Id}?envelope=false")).Refused(400, "malformed").Paths);
        Assert.Equal(["colour"], (await shop.Get($"{ApiShop.Orders}?envelope=false&colour=red")).Refused(400, "malformed").Paths);
    }
}
