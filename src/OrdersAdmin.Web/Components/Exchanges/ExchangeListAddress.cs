using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Exchanges;

/// <summary>The list of exchanges as an address: tab, search, site, age and page. What it writes it reads back as the same.</summary>
public sealed record ExchangeListAddress : IListAddress<ExchangeListAddress>
{
    public const string Path = "/exchanges";

    public ExchangeTab Tab { get; init; } = ExchangeTab.Open;

    public string? Search { get; init; }

    public string? Site { get; init; }

    public int? Days { get; init; }

    public string? Page { get; init; }

    public ExchangeListAddress FirstPage => this with { Page = null };

    public ExchangeListAddress Unfiltered => new() { Tab = Tab };

    public bool IsFiltered => FirstPage != Unfiltered;

    public ExchangeListAddress With(string? site, int? days) => FirstPage with { Site = site, Days = days };

    public ExchangeListQuery Query => new(Tab, Site, Search, Days, Page);

    public IEnumerable<KeyValuePair<string, string?>> Parameters => new (string Name, string? Value)[]
    {
        ("view", Tab == ExchangeTab.Open ? null : AddressReader.Word(Tab)), ("q", Search), ("site", Site), ("days", Days?.ToString(CultureInfo.InvariantCulture)), ("page", Page),
    }.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));

    public override string ToString() => QueryHelpers.AddQueryString(Path, Parameters);

    /// <summary>Reads the part of an address that begins with the question mark; a value that cannot be is named in a sentence.</summary>
    public static Result<ExchangeListAddress> Read(string query)
    {
        var reader = new AddressReader(QueryHelpers.ParseQuery(query));
        var address = new ExchangeListAddress
        {
            Tab = reader.Choice<ExchangeTab>("view") ?? ExchangeTab.Open,
            Search = reader.Text("q", 200),
            Site = reader.Text("site"),
            Days = reader.Number("days", 1, 3650),
            Page = reader.Text("page", 300),
        };
        return reader.Wrong.Count > 0 ? new Problem.Invalid(reader.Wrong) : address;
    }
}
