using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests;

public sealed class OpeningASite
{
    private static readonly SiteDetails Good = new("atelier", " Atelier Nord ", "DKK", "Europe/Copenhagen");

    [Fact]
    public async Task Lets_it_take_orders_from_number_1001()
    {
        await using var shop = await Shop();

        var site = (await shop.SiteWorkflow.Open(shop.Owner, Good)).OrThrow();
        var order = await shop.Order(Intake(Line("Mug", 1)), site, by: shop.Owner);

        Assert.Equal(("atelier", "Atelier Nord", "DKK", "Europe/Copenhagen"), (site.Slug, site.Name, site.Currency.Code, site.TimeZone));
        Assert.Equal((1001, "DKK"), (order.Number, order.Currency.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Acme")]
    [InlineData("-acme")]
    [InlineData("ac me")]
    [InlineData("ac/me")]
    [InlineData("acme2\n")]
    [InlineData("\nacme2")]
    [InlineData("ácme")]
    [InlineData("a234567890123456789012345678901234567890x")]
    public async Task Refuses_a_slug_that_does_not_belong_into_an_address(string slug)
    {
        Assert.Equal("A slug has 2 to 40 small letters, digits and hyphens.", Expect.Invalid(await Refused(Good with { Slug = slug }), "slug"));
    }

    [Fact]
    public async Task Refuses_a_slug_that_is_taken() =>
        Assert.Equal("There is a site acme already.", Expect.Invalid(await Refused(Good with { Slug = "acme" }), "slug"));

    [Fact]
    public async Task Names_every_wrong_field()
    {
        Assert.Equal(["slug", "name", "currency", "time_zone"], Expect.InvalidFields(await Refused(new SiteDetails("A", " ", "EURO", "Paris"))));
        Assert.Equal(["name"], Expect.InvalidFields(await Refused(Good with { Name = new string('x', 101) })));
    }

    [Fact]
    public async Task Is_for_owners()
    {
        await using var shop = await Shop();

        foreach (var actor in new[] { shop.Ana, shop.Support, shop.Manager })
        {
            Assert.Equal("You may not manage sites. Ask an owner of the shop if you should.", Expect.Forbidden(await shop.SiteWorkflow.Open(actor, Good)).Message);
            Expect.Forbidden(await shop.SiteWorkflow.Change(actor, shop.Acme.Id, Good, shop.Acme.Version));
        }

        Assert.Equal(2, (await shop.SiteQueries.List(shop.Owner)).Count);
    }

    private static async Task<Result<SiteView>> Refused(SiteDetails details)
    {
        await using var shop = await Shop();
        var before = shop.AllRows();
        var result = await shop.SiteWorkflow.Open(shop.Owner, details);
        Assert.Equal(before, shop.AllRows());
        return result;
    }
}
