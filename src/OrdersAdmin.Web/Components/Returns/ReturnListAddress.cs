using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Returns;

/// <summary>The list of returns as an address: tab, search, site, age and page. What it writes it reads back as the same.</summary>
public sealed record ReturnListAddress : IListAddress<ReturnListAddress>
{
    public const string Path = "/returns";

    public ReturnTab Tab { get; init; } = ReturnTab.Open;

    public string? Search { get; init; }

    public string? Site { get; init; }

    public int? Days { get; init; }

    public string? Page { get; init; }

    public ReturnListAddress FirstPage => this with { Page = null };

    public ReturnListAddress Unfiltered => new() { Tab = Tab };

    public bool IsFiltered => FirstPage != Unfiltered;

    public ReturnListAddress With(string? site, int? days) => FirstPage with { Site = site, Days = days };

    public ReturnListQuery Query => new(Tab, Site, Search, Days, Page);

    public IEnumerable<KeyValuePair<string, string?>> Parameters => new (string Name, string? Value)[]
    {
        ("view", Tab == ReturnTab.Open ? null : AddressReader.Word(Tab)), ("q", Search), ("site", Site), ("days", Days?.ToString(CultureInfo.InvariantCulture)), ("page", Page),
    }.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));

    public override string ToString() => QueryHelpers.AddQueryString(Path, Parameters);

    /// <summary>Reads the part of an address that begins with the question mark; a value that cannot be is named in a sentence.</summary>
    public static Result<ReturnListAddress> Read(string query)
    {
        var reader = new AddressReader(QueryHelpers.ParseQuery(query));
        var address = new ReturnListAddress
        {
            Tab = reader.Choice<ReturnTab>("view") ?? ReturnTab.Open,
            Search = reader.Text("q", 200),
            Site = reader.Text("site"),
            Days = reader.Number("days", 1, 3650),
            Page = reader.Text("page", 300),
        };
        return reader.Wrong.Count > 0 ? new Problem.Invalid(reader.Wrong) : address;
    }
}
