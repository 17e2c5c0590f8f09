using OrdersAdmin.Customers;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Api.OpenApi;

namespace OrdersAdmin.Web.Api;

/// <summary>The parameters of the list of orders as a query, and the page that it goes on from.</summary>
internal static class OrderListParameters
{
    public const int UsualLimit = 25;

    /// <summary>For the contract's document.</summary>
    public static IReadOnlyList<QueryParameter> Described { get; } =
    [
        QueryParameter.Of<OrderStatus>("status", "The order as a whole."),
        QueryParameter.Of<PaymentState>("payment_status", "Its money."),
        QueryParameter.Of<FulfillmentState>("fulfillment_status", "Its goods."),
        new("customer_id", "cus_…"),
        new("site_slug", "One of the token's sites."),
        new("created_after", "Placed at this moment or later; ISO 8601."),
        new("created_before", "Placed before this moment."),
        new("modified_after", "Changed at this moment or later; only with modified_before."),
        new("modified_before", "Changed before this moment; only with modified_after."),
        new("currency", "ISO 4217"),
        QueryParameter.Of<Channel>("channel", "The kind of channel."),
        new("channel_name", "The channel's exact name."),
        new("tag", "A tag that it has."),
        new("number", "Its number.", IsNumber: true),
        new("q", "Words that its number, names, email, SKUs, references or tracking numbers begin with."),
        new("limit", "1 to 250; 25 when left out.", IsNumber: true),
        new("cursor", "next_cursor of the page before. It carries the filters: only limit may stand beside it."),
    ];

    public static Result<(OrderListQuery Query, long? Last)> Read(IQueryCollection parameters, Cursors cursors)
    {
        var fields = new QueryFields(parameters);
        var limit = fields.Count("limit", 1, OrderListQuery.MostPerPage);
        return fields.Text("cursor", 4000) is { } cursor ? GoOn(fields, cursor, limit, cursors) : Begin(fields, limit);
    }

    private static Result<(OrderListQuery, long?)> GoOn(QueryFields fields, string cursor, int? limit, Cursors cursors)
    {
        var found = cursors.Read<OrderPlace>(cursor);
        if (found is null)
            fields.Refuse("cursor", "This is not a cursor of ours. Take next_cursor of the page before, as it is.");
        fields.RefuseBesides("With a cursor only limit is accepted: the cursor carries the filters that its list began with.", "cursor", "limit");
        return found is { } place ? fields.Close<(OrderListQuery, long?)>((place.Query with { Limit = limit ?? place.Query.Limit }, place.Last)) : fields.Close<(OrderListQuery, long?)>(default);
    }

    private static Result<(OrderListQuery, long?)> Begin(QueryFields fields, int? limit)
    {
        var query = new OrderListQuery
        {
            Limit = limit ?? UsualLimit,
            Status = fields.Choice<OrderStatus>("status"),
            Payment = fields.Choice<PaymentState>("payment_status"),
            Fulfillment = fields.Choice<FulfillmentState>("fulfillment_status"),
            CustomerId = fields.Id<Customer>("customer_id", "customer"),
            SiteSlug = fields.Text("site_slug"),
            PlacedFrom = fields.Time("created_after"),
            PlacedBefore = fields.Time("created_before"),
            ModifiedFrom = fields.Time("modified_after"),
            ModifiedBefore = fields.Time("modified_before"),
            Currency = fields.Currency("currency"),
            Channel = fields.Choice<Channel>("channel"),
            ChannelName = fields.Text("channel_name"),
            Tag = fields.Text("tag"),
            Number = fields.Count("number", 1, int.MaxValue),
            Search = fields.Text("q"),
        };
        Ordered(fields, "created", query.PlacedFrom, query.PlacedBefore);
        Ordered(fields, "modified", query.ModifiedFrom, query.ModifiedBefore);
        if (fields.Has("modified_after") != fields.Has("modified_before"))
            fields.Refuse(fields.Has("modified_after") ? "modified_before" : "modified_after", "'modified_after' and 'modified_before' go together.");
        return fields.Close<(OrderListQuery, long?)>((query, null));
    }

    private static void Ordered(QueryFields fields, string what, DateTimeOffset? after, DateTimeOffset? before)
    {
        if (after >= before)
            fields.Refuse($"{what}_before", $"'{what}_before' must be later than '{what}_after'.");
    }
}
