namespace OrdersAdmin.Tests.Web.Identity;

public sealed class SigningIn(ShopFactory shop) : IClassFixture<ShopFactory>
{
    [Fact]
    public async Task Leads_back_to_the_page_that_was_asked_for()
    {
        await shop.Hire("back@example.com");
        var visitor = shop.Visitor();
        await visitor.Get("/settings/staff?dialog=invite");
        Assert.Equal("/account/sign-in", visitor.Url.AbsolutePath);

        await visitor.Submit("Sign in", ("email", "Back@Example.com "), ("password", ShopFactory.Password));

        Assert.Equal("/settings/staff?dialog=invite", visitor.Url.PathAndQuery);
    }
}
