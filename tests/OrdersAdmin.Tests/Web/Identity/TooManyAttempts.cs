namespace OrdersAdmin.Tests.Web.Identity;

public sealed class TooManyAttempts(ShopFactory shop) : IClassFixture<ShopFactory>
{
    [Fact]
    public async Task Lock_the_account_also_for_the_right_password()
    {
        await shop.Hire("locked@example.com");
        using var visitor = shop.Visitor();

        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Assert.NotEqual("/account/locked", visitor.Url.AbsolutePath);
            await SignIn(visitor, "locked@example.com", "wrong");
        }
        Assert.Equal("/account/locked", visitor.Url.AbsolutePath);

        await SignIn(visitor, "locked@example.com", ShopFactory.Password);
        Assert.Equal("/account/locked", visitor.Url.AbsolutePath);
    }

    [Fact]
    public async Task Look_the_same_for_an_address_without_an_account()
    {
        using var visitor = shop.Visitor();

        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Assert.NotEqual("/account/locked", visitor.Url.AbsolutePath);
            await SignIn(visitor, "never.was@example.com", "wrong");
        }

        Assert.Equal("/account/locked", visitor.Url.AbsolutePath);
        await SignIn(visitor, "never.was@example.com", "wrong");
        Assert.Equal("/account/locked", visitor.Url.AbsolutePath);
    }

    [Fact]
    public async Task End_with_a_new_password_from_the_mailbox()
    {
        await shop.Hire("rescued@example.com");
        using var visitor = shop.Visitor();
        for (var attempt = 1; attempt <= 5; attempt++)
            await SignIn(visitor, "rescued@example.com", "wrong");

        await visitor.Get("/account/forgot-password");
        await visitor.Submit("Send the link", ("email", "rescued@example.com"));
        await visitor.Get(Eml.Link(await shop.Letter("rescued@example.com")).PathAndQuery);
        await visitor.Submit("Save the new password", ("password", "another long password"), ("repeat", "another long password"));

        await SignIn(visitor, "rescued@example.com", "another long password");
        Assert.Equal("/orders", visitor.Url.AbsolutePath);
    }

    private static async Task SignIn(Visitor visitor, string email, string password)
    {
        await visitor.Get("/account/sign-in");
        await visitor.Submit("Sign in", ("email", email), ("password", password));
    }
}
