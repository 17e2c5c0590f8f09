using Bunit;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Components.Returns.Policy;

namespace OrdersAdmin.Tests.Components;

public sealed class ChangingTheReturnPolicy
{
    [Fact]
    public async Task Saves_each_rule_of_the_chosen_site()
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Owner);
        var page = context.Open<ReturnPolicyPage>("/settings/returns?site=acme");
        await page.WaitForAssertionAsync(() => Assert.Equal("30", page.Find("#window-days").GetAttribute("value")));

        await page.Find("#window-days").ChangeAsync("14");
        await page.Find("#restocking").ChangeAsync("10");
        await page.Find("#shipping-fee").ChangeAsync("4.90");
        await page.Find("#final-sale").ChangeAsync("outlet, sample ,outlet");
        await page.FindAll(".reason input.input")[0].ChangeAsync("Wrong size");
        await page.Find("form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal(["The return policy of Acme Outdoor is saved."], context.Toasted));
        var rules = (await new ReturnPolicyWorkflow(shop.Database).Get(shop.Owner, shop.Acme.Id)).OrThrow().Rules;
        Assert.Equal((14, 10, 490L, 14), (rules.WindowDays, rules.RestockingPercent, rules.ReturnShippingFee, rules.NeverCameAfterDays));
        Assert.Equal(["outlet", "sample"], rules.FinalSaleTags);
        Assert.Equal("Wrong size", rules.Reasons[0].Name);
        Assert.Equal(30, (await new ReturnPolicyWorkflow(shop.Database).Get(shop.Owner, shop.Kumo.Id)).OrThrow().Rules.WindowDays);
    }

    [Fact]
    public async Task Puts_each_sentence_beside_its_field()
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Owner);
        var page = context.Open<ReturnPolicyPage>("/settings/returns");
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("#window-days")));

        await page.Find("#window-days").ChangeAsync("soon");
        await page.Find("#shipping-fee").ChangeAsync("a lot");
        await page.Find("form").SubmitAsync();
        Assert.Equal(["Write a whole number.", "Write an amount such as 5.00."], page.FindAll(".field .error").Select(each => each.TextContent));
        await page.Find("#window-days").ChangeAsync("0");
        await page.Find("#shipping-fee").ChangeAsync("0");
        await page.Find("form").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal("The window is from 1 to 3,650 days, or left open.", page.Find("#window-days-error").TextContent));
    }

    [Fact]
    public async Task Is_for_owners()
    {
        await using var shop = await Given.Shop();
        await using var context = new PageContext(shop, shop.Manager);

        var page = context.Open<ReturnPolicyPage>("/settings/returns");

        await page.WaitForAssertionAsync(() => Assert.Equal("You may not see this page", page.Find("h1").TextContent));
    }
}
