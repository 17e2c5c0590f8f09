namespace OrdersAdmin.Tests.Web.Identity;

public sealed class AForgottenPassword(ShopFactory shop) : IClassFixture<ShopFactory>
{
    private const string Better = "a better password than before";

    [Fact]
    public async Task Is_replaced_through_the_link_in_a_letter_once()
    {
        await shop.Hire("forgetful@example.com");
        using var visitor = shop.Visitor();
        await visitor.Get("/account/forgot-password");
        await visitor.Submit("Send the link", ("email", "Forgetful@example.com"));
        var link = Eml.Link(await shop.Letter("forgetful@example.com"));
        Assert.DoesNotContain("forgetful", link.ToString(), StringComparison.OrdinalIgnoreCase);

        await visitor.Get(link.PathAndQuery);
        await visitor.Submit("Save the new password", ("password", Better), ("repeat", Better));

        Assert.Contains("Your password is changed.", visitor.Text, StringComparison.Ordinal);
        using var again = await shop.SignedIn("forgetful@example.com", Better);
        await visitor.Get(link.PathAndQuery);
        Assert.Equal("This link does not work any more", visitor.Heading);
    }

    [Fact]
    public async Task Is_asked_for_on_a_page_that_does_not_tell_whether_there_is_an_account()
    {
        await shop.Hire("there@example.com");

        var known = await Ask("there@example.com");
        var unknown = await Ask("not.there@example.com");

        Assert.Equal("Look into your mailbox", known.Heading);
        Assert.Equal(known.Page.QuerySelector("main")!.InnerHtml, unknown.Page.QuerySelector("main")!.InnerHtml);
    }

    [Theory]
    [InlineData("short", "short", "Use at least 15 characters")]
    [InlineData("a better password than before", "a bitter password than before", "The two passwords differ.")]
    public async Task Is_not_replaced_by_one_that_is_refused(string password, string repeat, string sentence)
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        await shop.Hire(email);
        using var visitor = await Ask(email);
        await visitor.Get(Eml.Link(await shop.Letter(email)).PathAndQuery);

        await visitor.Submit("Save the new password", ("password", password), ("repeat", repeat));

        Assert.Contains(sentence, visitor.Text, StringComparison.Ordinal);
        using var still = await shop.SignedIn(email);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?id=stf_x&code=x")]
    [InlineData("?id=&code=%25%25")]
    public async Task Stays_with_a_made_up_link(string query)
    {
        using var visitor = shop.Visitor();

        await visitor.Get("/account/reset-password" + query);

        Assert.Equal("This link does not work any more", visitor.Heading);
    }

    private async Task<Visitor> Ask(string email)
    {
        var visitor = shop.Visitor();
        await visitor.Get("/account/forgot-password");
        await visitor.Submit("Send the link", ("email", email));
        return visitor;
    }
}
