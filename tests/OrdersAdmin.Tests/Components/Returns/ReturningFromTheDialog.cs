using Bunit;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Tests.Returns;

namespace OrdersAdmin.Tests.Components;

public sealed class ReturningFromTheDialog
{
    [Fact]
    public async Task Announces_what_was_chosen_issues_the_number_and_shows_the_card()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 2), Given.Line("Mug", 1));
        await using var context = new PageContext(shop, shop.Support);
        var page = await context.OpenOrder(order);
        await page.Find("[data-key=t]").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("dialog")));

        await page.FindAll("dialog input[type=number]")[0].ChangeAsync("1");
        await page.Find("#return-reason").ChangeAsync("Does not fit");
        await page.Find("form[data-draft]").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal([$"RMA-{order.Number}-1 is on its way."], context.Toasted));
        Assert.Equal($"Return RMA-{order.Number}-1", page.Find("section[id^=ret_] h2").TextContent);
        Assert.DoesNotContain("dialog=", context.Address, StringComparison.Ordinal);
        Assert.Contains("1 announced back", page.Markup, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single((await shop.Read(order.Id)).Returns).Lines.Sum(line => line.Expected));
    }

    [Fact]
    public async Task Offers_only_what_can_come_back_and_says_why_the_rest_cannot()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Ship(await shop.Order(Given.Line("Tote", 3), Given.Digital("Gift card", 1)), 2);
        await using var context = new PageContext(shop, shop.Support);

        var page = await context.OpenDialog(order, "?dialog=return");

        Assert.Equal(["Tote"], page.FindAll("dialog label.strong").Select(each => each.TextContent));
        Assert.Equal("2", page.Find("dialog input[type=number]").GetAttribute("max"));
        Assert.Contains("Gift card", page.Find("dialog details ul").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_the_window_only_a_manager_may_say_that_it_does_not_count()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 1));
        shop.Clock.Advance(TimeSpan.FromDays(45));

        await using (var support = new PageContext(shop, shop.Support))
        {
            var page = await support.OpenDialog(order, "?dialog=return");
            await page.Find("dialog input[type=number]").ChangeAsync("1");
            Assert.Empty(page.FindAll("#return-override"));
            Assert.Contains("A manager may decide", page.Find("dialog .notice").TextContent, StringComparison.Ordinal);
        }

        await using var context = new PageContext(shop, shop.Manager);
        var dialog = await context.OpenDialog(order, "?dialog=return");
        await dialog.Find("dialog input[type=number]").ChangeAsync("1");
        await dialog.Find("#return-override").ChangeAsync("A regular customer");
        await dialog.Find("#return-reason").ChangeAsync("Does not fit");
        await dialog.Find("form[data-draft]").SubmitAsync();

        await dialog.WaitForAssertionAsync(() => Assert.Single(context.Toasted));
        Assert.Contains("A regular customer", Assert.Single((await shop.Read(order.Id)).Returns).PolicyOverride, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Puts_each_sentence_beside_its_field_and_keeps_what_was_typed()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 2));
        await using var context = new PageContext(shop, shop.Support);
        var page = await context.OpenDialog(order, "?dialog=return");

        await page.Find("dialog input[type=number]").ChangeAsync("7");
        await page.Find("form[data-draft]").SubmitAsync();
        Assert.Equal("Choose a reason.", page.Beside("#return-reason"));
        await page.Find("#return-reason").ChangeAsync("Does not fit");
        await page.Find("form[data-draft]").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal("Only 2 of Tote can come back.", page.Beside("dialog input[type=number]")));
        Assert.Equal("7", page.Find("dialog input[type=number]").GetAttribute("value"));
        Assert.Empty((await shop.Read(order.Id)).Returns);
    }

    [Fact]
    public async Task Without_approval_waits_and_is_approved_from_its_card()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 1));
        await shop.Announced(order, 1);
        await using var context = new PageContext(shop, shop.Support);
        var page = await context.OpenOrder(order);

        await page.Find("section[id^=ret_] header button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("dialog")));
        await page.Find("dialog form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal([$"RMA-{order.Number}-1 is approved."], context.Toasted));
        Assert.Equal(ReturnStatus.Approved, Assert.Single((await shop.Read(order.Id)).Returns).Status);
    }

    [Fact]
    public async Task Rejecting_asks_for_a_reason_and_keeps_the_customers_sentence_apart()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 1));
        var view = await shop.Announced(order, 1);
        await using var context = new PageContext(shop, shop.Support);
        var page = await context.OpenDialog(order, $"?dialog=reject-return&return={view.Id}");

        await page.Find("dialog form").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("Say why", page.Find("#reject-reason-error").TextContent, StringComparison.Ordinal));
        await page.Find("#reject-reason").ChangeAsync("Worn twice");
        await page.Find("#reject-sentence").ChangeAsync("It was worn, so we cannot take it back.");
        await page.Find("dialog form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal(["The return is rejected."], context.Toasted));
        var rejected = await shop.Read(view.Id);
        Assert.Equal((ReturnStatus.Rejected, "Worn twice", "It was worn, so we cannot take it back."), (rejected.Status, rejected.RejectReason, rejected.CustomerSentence));
    }

    [Fact]
    public async Task Is_cancelled_after_one_line_that_names_the_effect()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Shipped(Given.Line("Tote", 1));
        var view = await shop.Approved(order, 1);
        await using var context = new PageContext(shop, shop.Support);
        var page = await context.OpenOrder(order);

        await page.Find($"button[aria-label='Cancel return: return {view.Rma}']").ClickAsync(new());
        Assert.Contains("nothing is expected any more", page.Find(".ask").TextContent, StringComparison.Ordinal);
        await page.Find(".ask .danger").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Equal(["The return is cancelled."], context.Toasted));
        Assert.Equal(ReturnStatus.Cancelled, (await shop.Read(view.Id)).Status);
    }

    [Theory]
    [InlineData("return")]
    [InlineData("approve-return")]
    [InlineData("receive")]
    [InlineData("nonsense")]
    public async Task Opens_nothing_that_is_not_allowed_now(string dialog)
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Tote", 1));
        await using var context = new PageContext(shop, shop.Support);

        var page = await context.OpenOrder(order, $"?dialog={dialog}");

        Assert.Empty(page.FindAll("dialog"));
    }
}
