using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Api.OpenApi;

namespace OrdersAdmin.Web.Api;

/// <summary>The parameters of the list of returns.</summary>
internal static class ReturnListParameters
{
    public static IReadOnlyList<QueryParameter> Described { get; } =
    [
        QueryParameter.Of<ReturnTab>("status", "open is everything that somebody still has to do something about, refused is rejected or cancelled; all when left out."),
        new("site_slug", "One of the token's sites."),
        new("q", "An RMA number or its beginning, an order's number, or part of the buyer's name."),
        new("limit", "1 to 250; 25 when left out.", IsNumber: true),
        new("cursor", "next_cursor of the page before; only limit may stand beside it."),
    ];

    public static Result<ReturnListQuery> Read(IQueryCollection parameters, Cursors cursors)
    {
        var fields = new QueryFields(parameters);
        var limit = fields.Count("limit", 1, ReturnListQuery.MostPerPage);
        if (fields.Text("cursor", 4000) is not { } cursor)
            return fields.Close(new ReturnListQuery(fields.Choice<ReturnTab>("status") ?? ReturnTab.All, fields.Text("site_slug"), fields.Text("q"), Limit: limit ?? OrderListParameters.UsualLimit));
        var query = cursors.Read<ReturnListQuery>(cursor);
        if (query is null)
            fields.Refuse("cursor", "This is not a cursor of ours. Take next_cursor of the page before, as it is.");
        fields.RefuseBesides("With a cursor only limit is accepted: the cursor carries the filters that its list began with.", "cursor", "limit");
        return fields.Close((query ?? new ReturnListQuery()) with { Limit = limit ?? query?.Limit ?? OrderListParameters.UsualLimit });
    }
}
