using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>The filters of the list, each a menu of links: choosing one is going to an address.</summary>
public sealed partial class OrderListFilters(TimeProvider clock)
{
    [Parameter, EditorRequired]
    public OrderListAddress Address { get; set; } = default!;

    [Parameter, EditorRequired]
    public OrderFilterChoices Choices { get; set; } = default!;

    /// <summary>The name of the customer whom the address names by id.</summary>
    [Parameter]
    public string? Customer { get; set; }

    /// <summary>A changed filter begins at the first page.</summary>
    private OrderListAddress Page => Address.FirstPage;

    private string Zone => Address.TimeZone(Choices.Sites);

    private IEnumerable<Filter> Choosable =>
    [
        Of("Status", Address.Status, value => OrderLooks.Of(value).Text, value => Page with { Status = value }),
        Of("Payment", Address.Payment, value => OrderLooks.Of(value).Text, value => Page with { Payment = value }),
        Of("Fulfillment", Address.Fulfillment, value => OrderLooks.Of(value).Text, value => Page with { Fulfillment = value }),
        Of("Channel", Address.Channel, Choices.Channels, value => value, value => Page with { Channel = value }),
        .. Choices.Sites.Count > 1 ? [Of("Site", Address.Site, [.. Choices.Sites.Select(site => site.Slug)], SiteName, value => Page with { Site = value })] : Array.Empty<Filter>(),
        .. Choices.Tags.Count > 0 || Address.Tag is not null ? [Of("Tag", Address.Tag, Choices.Tags, value => value, value => Page with { Tag = value })] : Array.Empty<Filter>(),
    ];

    private IEnumerable<(string Text, DateOnly From)> RecentDays
    {
        get
        {
            var today = SiteTime.Day(clock.GetUtcNow(), Zone);
            return [("Today", today), ("Last 7 days", today.AddDays(-6)), ("Last 30 days", today.AddDays(-29)), ("Last 12 months", today.AddMonths(-12).AddDays(1))];
        }
    }

    private string AnyDay => (Page with { From = null, To = null }).ToString();

    private string? Days => (Address.From, Address.To) switch
    {
        (null, null) => null,
        ({ } from, null) => $"since {Day(from)}",
        (null, { } to) => $"until {Day(to)}",
        ({ } from, { } to) when from == to => $"on {Day(from)}",
        ({ } from, { } to) => $"{Day(from)} to {Day(to)}",
    };

    private static Filter Of<T>(string name, T? chosen, Func<T, string> text, Func<T?, OrderListAddress> with) where T : struct, Enum => new(
        name, chosen is { } value ? $"is {text(value)}" : null, with(null).ToString(),
        Enum.GetValues<T>().Select(each => new Option(text(each), with(each).ToString(), chosen.HasValue && chosen.Value.Equals(each))));

    private static Filter Of(string name, string? chosen, IReadOnlyList<string> values, Func<string, string> text, Func<string?, OrderListAddress> with) => new(
        name, chosen is null ? null : $"is {text(chosen)}", with(null).ToString(),
        values.Select(each => new Option(text(each), with(each).ToString(), each == chosen)));

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private string SiteName(string slug) => Choices.Sites.FirstOrDefault(site => site.Slug == slug)?.Name ?? slug;

    private string? Value(string name) => Address.Parameters.FirstOrDefault(each => each.Key == name).Value;

    /// <summary>What a form carries along unseen: everything but its own fields and the page.</summary>
    private RenderFragment Hidden(params string[] own) => builder =>
    {
        foreach (var (name, value) in Page.Parameters.Where(each => !own.Contains(each.Key, StringComparer.Ordinal)))
        {
            builder.OpenElement(0, "input");
            builder.SetKey(name);
            builder.AddAttribute(1, "type", "hidden");
            builder.AddAttribute(2, "name", name);
            builder.AddAttribute(3, "value", value);
            builder.CloseElement();
        }
    };

    private sealed record Filter(string Name, string? Value, string Remove, IEnumerable<Option> Options);

    private sealed record Option(string Text, string Address, bool Chosen);
}
