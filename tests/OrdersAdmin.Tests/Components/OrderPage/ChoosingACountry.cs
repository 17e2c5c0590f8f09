using Bunit;
using OrdersAdmin.Web.Components.Orders;

namespace OrdersAdmin.Tests.Components;

public sealed class ChoosingACountry : BunitContext
{
    [Theory]
    [InlineData("FR", "France")]
    [InlineData("ZZ", "ZZ")]
    [InlineData(null, "None")]
    public void Shows_the_one_that_it_is_even_where_it_is_none_that_we_know(string? chosen, string shown)
    {
        var options = Render<CountryOptions>(parameters => parameters.Add(each => each.Chosen, chosen));

        Assert.Equal(shown, options.Find("option[selected]").TextContent);
        Assert.Equal(chosen == "ZZ" ? 252 : 251, options.FindAll("option").Count);
    }
}
