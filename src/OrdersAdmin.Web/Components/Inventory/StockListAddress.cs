using Microsoft.AspNetCore.WebUtilities;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Inventory;

/// <summary>The list of stock as an address: all or what runs low, search, site and page. What it writes it reads back as the same.</summary>
public sealed record StockListAddress
{
    public const string Path = "/stock";

    public bool Low { get; init; }

    public string? Search { get; init; }

    public string? Site { get; init; }

    public string? Page { get; init; }

    public StockListAddress FirstPage => this with { Page = null };

    public StockListAddress Unfiltered => new() { Low = Low };

    public bool IsFiltered => FirstPage != Unfiltered;

    public StockListQuery Query => new(Site, Search, Low, Page);

    public IEnumerable<KeyValuePair<string, string?>> Parameters => new (string Name, string? Value)[]
    {
        ("view", Low ? "low" : null), ("q", Search), ("site", Site), ("page", Page),
    }.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));

    public override string ToString() => QueryHelpers.AddQueryString(Path, Parameters);

    /// <summary>Reads the part of an address that begins with the question mark; a value that cannot be is named in a sentence.</summary>
    public static Result<StockListAddress> Read(string query)
    {
        var reader = new AddressReader(QueryHelpers.ParseQuery(query));
        var view = reader.Text("view");
        if (view is not (null or "low"))
            reader.Wrong.Add(new("view", $"There is no view '{AddressReader.Short(view)}'."));
        var address = new StockListAddress { Low = view == "low", Search = reader.Text("q", 200), Site = reader.Text("site"), Page = reader.Text("page", 300) };
        return reader.Wrong.Count > 0 ? new Problem.Invalid(reader.Wrong) : address;
    }
}
