using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Components.Orders;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Tests.Components;

public sealed class ChangingNotesAndTags
{
    [Fact]
    public async Task Saves_a_note_at_once_and_takes_it_back_on_undo()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Tote", 1)) with { Note = "Before" });
        await using var context = new PageContext(shop, shop.Ben);
        var page = await context.OpenOrder(order);

        await Write(page, "After");

        Assert.Equal("After", page.Find(".text").TextContent);
        Assert.Equal(["Note saved."], context.Toasted);

        var toasts = context.Services.GetRequiredService<Toasts>();
        await page.InvokeAsync(() => toasts.Undo(toasts.Shown[0]));

        await page.WaitForAssertionAsync(() => Assert.Equal("Before", page.Find(".text").TextContent));
        Assert.Equal("Before", (await shop.Read(order.Id)).Note);
    }

    [Fact]
    public async Task Says_who_changed_the_order_and_keeps_the_text()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Tote", 1));
        // A feed without news: the change is too fresh for this page to have heard of it.
        await using var context = new PageContext(shop, shop.Ben, new OrderChanges());
        var page = await context.OpenOrder(order);
        (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(Note: "Ana's"))).OrThrow();

        await Write(page, "Mine");

        Assert.Contains("Ana added a note", page.Find(".problem").TextContent, StringComparison.Ordinal);
        await page.Find(".problem .btn").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains("Ana's", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Equal("Mine", page.Find("textarea").GetAttribute("value"));

        await page.Find("form[data-draft^=note]").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal("Mine", page.Find(".text").TextContent));
    }

    [Fact]
    public async Task Shows_what_somebody_wrote_meanwhile_and_leaves_what_is_being_typed_alone()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Tote", 1));
        await using var context = new PageContext(shop, shop.Ben);
        var page = await context.OpenOrder(order);
        await page.Find("[data-key=n]").ClickAsync(new());
        await page.Find("textarea").ChangeAsync("Mine");

        (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(Note: "Ana's"))).OrThrow();

        await page.WaitForAssertionAsync(() => Assert.Contains("Ana's", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Equal("Mine", page.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task Tells_beside_the_field_that_a_note_is_too_long()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Tote", 1));
        await using var context = new PageContext(shop, shop.Ben);
        var page = await context.OpenOrder(order);

        await Write(page, new string('x', 5001));

        Assert.Equal("The note is longer than 5,000 characters.", page.Find(".problem span").TextContent);
        Assert.Empty(page.FindAll(".problem .btn"));
    }

    [Fact]
    public async Task Adds_and_removes_tags_each_with_its_undo()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Tote", 1)) with { Tags = ["vip"] });
        await using var context = new PageContext(shop, shop.Ben);
        var page = await context.OpenOrder(order);

        await page.Find("input[name=tag]").ChangeAsync(" gift, rush ");
        await page.Find("form:has(input[name=tag])").SubmitAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal(["gift", "rush", "vip"], Tags(page)));

        await page.Find("[aria-label='Remove the tag vip']").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Equal(["gift", "rush"], Tags(page)));
        Assert.Equal(["Added the tags gift, rush.", "Removed the tag vip."], context.Toasted);

        var toasts = context.Services.GetRequiredService<Toasts>();
        await page.InvokeAsync(() => toasts.Undo(toasts.Shown[0]));

        await page.WaitForAssertionAsync(() => Assert.Empty(Tags(page)));

        await page.InvokeAsync(() => toasts.Undo(toasts.Shown[0]));

        await page.WaitForAssertionAsync(() => Assert.Equal(["vip"], Tags(page)));
    }

    [Fact]
    public async Task Leaves_a_note_alone_that_somebody_changed_since()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Tote", 1));
        await using var context = new PageContext(shop, shop.Ben);
        var page = await context.OpenOrder(order);
        await Write(page, "Ben's");
        (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(Note: "Ana's"))).OrThrow();

        var toasts = context.Services.GetRequiredService<Toasts>();
        await page.InvokeAsync(() => toasts.Undo(toasts.Shown[0]));

        Assert.Equal(["It was changed again since, so it stays as it is."], context.Toasted);
        Assert.Equal("Ana's", (await shop.Read(order.Id)).Note);
    }

    [Fact]
    public void Are_only_shown_to_whoever_may_not_edit()
    {
        using var context = new BunitContext();

        var note = context.Render<OrderNote>(parameters => parameters.Add(each => each.Text, "Ring twice").Add(each => each.MayEdit, false)
            .Add(each => each.OnSave, _ => Task.FromResult<Problem?>(null)));
        var tags = context.Render<OrderTags>(parameters => parameters.Add(each => each.Tags, ["vip"]).Add(each => each.MayEdit, false)
            .Add(each => each.OnSave, (_, _) => Task.FromResult<Problem?>(null)));

        Assert.Equal("Ring twice", note.Find(".text").TextContent);
        Assert.Equal(["vip"], tags.FindAll(".tags a").Select(each => each.TextContent));
        Assert.Empty(note.FindAll("button, form").Concat(tags.FindAll("button, form")));
    }

    private static async Task Write(IRenderedComponent<OrderPage> page, string text)
    {
        await page.Find("[data-key=n]").ClickAsync(new());
        await page.Find("textarea").ChangeAsync(text);
        await page.Find("form[data-draft^=note]").SubmitAsync();
        await page.WaitForAssertionAsync(() => Assert.True(page.FindAll("textarea").Count == 0 || page.FindAll(".problem").Count > 0));
    }

    private static IEnumerable<string> Tags(IRenderedComponent<OrderPage> page) => page.FindAll(".tags a").Select(each => each.Text());
}
