using Bunit;
using OrdersAdmin.Kernel;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Tests.Components;

public sealed class Banners : BunitContext
{
    [Fact]
    public void Show_nothing_without_a_problem() => Assert.Empty(Banner(null).Markup.Trim());

    [Fact]
    public void Tell_the_problem_as_text_in_an_alert_that_can_take_the_focus()
    {
        var alert = Banner(new Problem.Refused("Only 3 <b>left</b> to fulfill.")).Find("[role=alert]");

        Assert.Equal("Only 3 <b>left</b> to fulfill.", alert.TextContent.Trim());
        Assert.Equal("-1", alert.GetAttribute("tabindex"));
    }

    [Fact]
    public void List_every_wrong_field_once()
    {
        var banner = Banner(new Problem.Invalid([new("a", "One is wrong."), new("b", "Two is wrong."), new("c", "Two is wrong.")]));

        Assert.Equal<string[]>(["One is wrong.", "Two is wrong."], [.. banner.FindAll("li").Select(item => item.TextContent)]);
    }

    private IRenderedComponent<ProblemBanner> Banner(Problem? problem) => Render<ProblemBanner>(banner => banner.Add(each => each.Problem, problem));
}
