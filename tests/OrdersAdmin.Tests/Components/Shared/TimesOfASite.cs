using Bunit;
using Microsoft.Extensions.DependencyInjection;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Tests.Components;

public sealed class TimesOfASite : BunitContext
{
    public TimesOfASite() => Services.AddSingleton<TimeProvider>(new Clock(Given.Today));

    [Theory]
    [InlineData("2026-03-02T09:18:00Z", "12 min ago", "2 Mar 2026, 10:18 (Europe/Paris)")]
    [InlineData("2026-03-01T08:00:00Z", "1 Mar, 09:00", "1 Mar 2026, 09:00 (Europe/Paris)")]
    [InlineData("2025-12-31T23:30:00Z", "1 Jan, 00:30", "1 Jan 2026, 00:30 (Europe/Paris)")]
    [InlineData("2025-12-31T22:30:00Z", "31 Dec 2025", "31 Dec 2025, 23:30 (Europe/Paris)")]
    public void Are_relative_under_a_day_and_tell_their_zone(string at, string shown, string title)
    {
        var time = Render<TimeText>(text => text
            .Add(each => each.At, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture))
            .Add(each => each.TimeZone, "Europe/Paris")).Find("time");

        Assert.Equal((shown, title), (time.TextContent, time.GetAttribute("title")));
    }

    [Theory]
    [InlineData("Europe/Paris", "2026-03-01T23:00:00Z")]
    [InlineData("UTC", "2026-03-02T00:00:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-03-01T10:00:00Z")]
    public void Begin_a_day_at_its_midnight(string zone, string start) => Assert.Equal(
        DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture), SiteTime.StartOf(new(2026, 3, 2), zone));

    [Fact]
    public void Begin_a_day_without_midnight_at_its_first_moment() => Assert.Equal(
        new DateTimeOffset(2018, 11, 4, 3, 0, 0, TimeSpan.Zero), SiteTime.StartOf(new(2018, 11, 4), "America/Sao_Paulo"));

    [Fact]
    public void Begin_a_day_with_two_midnights_at_the_first() => Assert.Equal(
        new DateTimeOffset(2022, 11, 6, 4, 0, 0, TimeSpan.Zero), SiteTime.StartOf(new(2022, 11, 6), "America/Havana"));
}
