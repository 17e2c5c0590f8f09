using Microsoft.AspNetCore.WebUtilities;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Sites;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>The order list as an address: tab, search, filters and page. What it writes it reads back as the same.</summary>
public sealed record OrderListAddress
{
    public const string Path = "/orders";
    public const int LongestSearch = 200;

    public OrderTab Tab { get; init; } = OrderTab.All;

    public string? Search { get; init; }

    public OrderStatus? Status { get; init; }

    public PaymentState? Payment { get; init; }

    public FulfillmentState? Fulfillment { get; init; }

    public string? Channel { get; init; }

    public string? Site { get; init; }

    public string? Tag { get; init; }

    /// <summary>The first day, in the zone of the site.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, which belongs to it.</summary>
    public DateOnly? To { get; init; }

    public string? Customer { get; init; }

    public string? Older { get; init; }

    public string? Newer { get; init; }

    public OrderListAddress FirstPage => this with { Older = null, Newer = null };

    /// <summary>The tab alone.</summary>
    public OrderListAddress Unfiltered => new() { Tab = Tab };

    public bool IsFiltered => FirstPage != Unfiltered;

    /// <summary>What stands behind the question mark, in a fixed order; nothing that is at its default.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Parameters => new (string Name, string? Value)[]
    {
        ("view", Tab == OrderTab.All ? null : AddressReader.Word(Tab)),
        ("q", Search), ("status", AddressReader.Word(Status)), ("payment", AddressReader.Word(Payment)), ("fulfillment", AddressReader.Word(Fulfillment)),
        ("channel", Channel), ("site", Site), ("tag", Tag), ("from", AddressReader.Word(From)), ("to", AddressReader.Word(To)),
        ("customer", Customer), ("older", Older), ("newer", Newer),
    }.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));

    public override string ToString() => QueryHelpers.AddQueryString(Path, Parameters);

    /// <summary>Reads the part of an address that begins with the question mark; a value that cannot be is named in a sentence.</summary>
    public static Result<OrderListAddress> Read(string query)
    {
        var reader = new AddressReader(QueryHelpers.ParseQuery(query));
        var address = new OrderListAddress
        {
            Tab = reader.Choice<OrderTab>("view") ?? OrderTab.All,
            Search = reader.Text("q", LongestSearch),
            Status = reader.Choice<OrderStatus>("status"),
            Payment = reader.Choice<PaymentState>("payment"),
            Fulfillment = reader.Choice<FulfillmentState>("fulfillment"),
            Channel = reader.Text("channel"),
            Site = reader.Text("site"),
            Tag = reader.Text("tag"),
            From = reader.Day("from"),
            To = reader.Day("to"),
            Customer = reader.Text("customer"),
            Older = reader.Text("older"),
            Newer = reader.Text("newer"),
        };
        if (address.From > address.To)
            reader.Wrong.Add(new("from", "The first day is after the last one."));
        return reader.Wrong.Count > 0 ? new Problem.Invalid(reader.Wrong) : address;
    }

    /// <summary>The zone in which the days are meant: the chosen site's, else the first site's.</summary>
    public string TimeZone(IReadOnlyList<SiteView> sites) =>
        (sites.FirstOrDefault(site => site.Slug == Site) ?? (sites is [var first, ..] ? first : null))?.TimeZone ?? "UTC";

    /// <param name="sites">Those that the reader sees.</param>
    public Result<OrderListQuery> Query(IReadOnlyList<SiteView> sites)
    {
        if (Site is not null && !sites.Any(site => site.Slug == Site))
            return new Problem.Invalid("site", $"You do not work on a site called '{AddressReader.Short(Site)}'.");
        var zone = TimeZone(sites);
        return new OrderListQuery
        {
            Tab = Tab,
            Search = Search,
            Status = Status,
            Payment = Payment,
            Fulfillment = Fulfillment,
            ChannelName = Channel,
            SiteSlug = Site,
            Tag = Tag,
            PlacedFrom = From is { } from ? SiteTime.StartOf(from, zone) : null,
            PlacedBefore = To is { } to ? SiteTime.StartOf(to.AddDays(1), zone) : null,
            CustomerId = Customer,
            Older = Older,
            Newer = Newer,
        };
    }
}
