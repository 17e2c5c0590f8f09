namespace OrdersAdmin.Tests.Web.Identity;

public sealed class TheSecondFactor(ShopFactory shop) : IClassFixture<ShopFactory>
{
    [Fact]
    public async Task Is_asked_for_after_the_password_once_it_is_set_up()
    {
        var (key, _) = await SetUp("app@example.com");
        using var visitor = await AtTheSecondStep("app@example.com");
        await visitor.Get("/orders");
        Assert.Equal("/account/sign-in", visitor.Url.AbsolutePath);

        await visitor.Get("/account/two-factor");
        await visitor.Submit("Confirm", ("code", Totp.Code(key).Insert(3, " ")));

        Assert.Equal("/orders", visitor.Url.AbsolutePath);
    }

    [Fact]
    public async Task Refuses_a_wrong_code_and_locks_after_five()
    {
        await SetUp("guess@example.com");
        using var visitor = await AtTheSecondStep("guess@example.com");

        for (var attempt = 1; attempt <= 4; attempt++)
        {
            await visitor.Submit("Confirm", ("code", "000000"));
            Assert.Contains("This code is wrong or too old.", visitor.Text, StringComparison.Ordinal);
        }
        await visitor.Submit("Confirm", ("code", "000000"));

        Assert.Equal("/account/locked", visitor.Url.AbsolutePath);
    }

    [Fact]
    public async Task Gives_way_to_a_recovery_code_once()
    {
        var (_, codes) = await SetUp("phone.lost@example.com");
        Assert.Equal(10, codes.Count);
        using var first = await AtTheSecondStep("phone.lost@example.com");
        await first.Get("/account/recovery-code");
        await first.Submit("Confirm", ("code", codes[0].ToLowerInvariant()));
        Assert.Equal("/orders", first.Url.AbsolutePath);

        using var second = await AtTheSecondStep("phone.lost@example.com");
        await second.Get("/account/recovery-code");
        await second.Submit("Confirm", ("code", codes[0]));
        Assert.Contains("This recovery code is wrong or was used already.", second.Text, StringComparison.Ordinal);

        await first.Get("/account");
        Assert.Contains("9 recovery codes left", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_turned_off_only_with_the_password()
    {
        await SetUp("off@example.com");
        var visitor = settingUp!;

        await visitor.Get("/account");
        await visitor.Submit("Turn off", ("current", "not mine"), ("act", "off"));
        Assert.Contains("This is not your current password.", visitor.Text, StringComparison.Ordinal);
        await visitor.Submit("Turn off", ("current", ShopFactory.Password), ("act", "off"));

        using var next = await shop.SignedIn("off@example.com");
        Assert.Equal("/orders", next.Url.AbsolutePath);
    }

    [Fact]
    public async Task Cannot_be_read_from_the_database()
    {
        var (key, codes) = await SetUp("stolen.backup@example.com");

        var file = await File.ReadAllBytesAsync(Path.Combine(shop.Data, "identity.db"), TestContext.Current.CancellationToken);

        var text = System.Text.Encoding.Latin1.GetString(file);
        Assert.DoesNotContain(key, text, StringComparison.OrdinalIgnoreCase);
        Assert.All(codes, code => Assert.DoesNotContain(code, text, StringComparison.OrdinalIgnoreCase));
    }

    private Visitor? settingUp;

    private async Task<(string Key, List<string> RecoveryCodes)> SetUp(string email)
    {
        await shop.Hire(email);
        settingUp = await shop.SignedIn(email);
        await settingUp.Get("/account");
        await settingUp.Submit("Set up an authenticator app");
        var key = settingUp.Page.QuerySelector("[data-key]")!.GetAttribute("data-key")!;
        await settingUp.Submit("Turn on", ("code", Totp.Code(key)));
        return (key, [.. settingUp.Page.QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }

    private async Task<Visitor> AtTheSecondStep(string email)
    {
        var visitor = shop.Visitor();
        await visitor.Get("/account/sign-in");
        await visitor.Submit("Sign in", ("email", email), ("password", ShopFactory.Password));
        Assert.Equal("/account/two-factor", visitor.Url.AbsolutePath);
        return visitor;
    }
}
