using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Tests.Components;

public sealed class ShowingAToast : BunitContext
{
    private readonly Alarm alarm = new();
    private readonly Toasts toasts;
    private readonly IRenderedComponent<ToastHost> host;

    public ShowingAToast()
    {
        toasts = new(alarm);
        Services.AddSingleton(toasts);
        host = Render<ToastHost>();
    }

    [Fact]
    public void Says_it_politely_and_goes_after_ten_seconds()
    {
        toasts.Show("Note <b>saved</b>.");
        host.WaitForAssertion(() => Assert.Equal("Note <b>saved</b>.", host.Find(".toast span").TextContent));
        Assert.Equal("polite", host.Find(".toasts").GetAttribute("aria-live"));

        alarm.Ring();

        host.WaitForAssertion(() => Assert.Empty(host.FindAll(".toast")));
        Assert.Equal(TimeSpan.FromSeconds(10), alarm.Due);
    }

    [Fact]
    public async Task Undoes_once_however_often_it_is_clicked()
    {
        var undone = 0;
        toasts.Show("Tag removed.", () => Task.FromResult(undone++));
        var toast = toasts.Shown[0];

        await Task.WhenAll(toasts.Undo(toast), toasts.Undo(toast));
        await toasts.Undo(toast);

        Assert.Equal(1, undone);
        Assert.Empty(toasts.Shown);
    }

    [Fact]
    public async Task Offers_no_undo_after_it_went()
    {
        var undone = 0;
        toasts.Show("Tag removed.", () => Task.FromResult(undone++));
        var toast = toasts.Shown[0];

        alarm.Ring();
        await toasts.Undo(toast);

        Assert.Equal(0, undone);
    }

    [Fact]
    public void Can_be_dismissed()
    {
        toasts.Show("Note saved.");
        host.WaitForElement("button[aria-label=Dismiss]").Click();

        Assert.Empty(toasts.Shown);
    }

    /// <summary>A clock whose timers ring when the test says so.</summary>
    private sealed class Alarm : TimeProvider
    {
        private Action ring = () => { };

        public TimeSpan Due { get; private set; }

        public void Ring() => ring();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (Due, ring) = (dueTime, () => callback(state));
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
