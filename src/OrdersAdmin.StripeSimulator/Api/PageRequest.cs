using System.Text.Json.Nodes;

namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>The parameters that every list endpoint shares.</summary>
internal sealed record PageRequest(int Limit, string? StartingAfter, string? EndingBefore, TimeRange Created)
{
    public static PageRequest Read(Parameters parameters)
    {
        var page = new PageRequest(
            (int)(parameters.Integer("limit", 1, 100) ?? 10),
            parameters.Text("starting_after"),
            parameters.Text("ending_before"),
            TimeRange.Read(parameters, "created"));
        if (page is { StartingAfter: not null, EndingBefore: not null })
            parameters.Refuse(StripeError.Invalid(null, "You may only specify one of these parameters: ending_before, starting_after.", "starting_after"));
        return page;
    }
}

/// <summary>A filter on unix seconds, both ends included.</summary>
internal readonly record struct TimeRange(long Least, long Most)
{
    public static TimeRange Read(Parameters parameters, string name)
    {
        if (parameters.Has(name))
        {
            var exactly = parameters.Integer(name, 0) ?? 0;
            return new TimeRange(exactly, exactly);
        }

        var after = parameters.Integer($"{name}[gt]", 0, long.MaxValue - 1) + 1;
        var from = parameters.Integer($"{name}[gte]", 0);
        var before = parameters.Integer($"{name}[lt]", 0) - 1;
        var to = parameters.Integer($"{name}[lte]", 0);
        return new TimeRange(Math.Max(after ?? 0, from ?? 0), Math.Min(before ?? long.MaxValue, to ?? long.MaxValue));
    }

    public bool Holds(long moment) => moment >= Least && moment <= Most;

    public bool IsBefore(long moment) => moment < Least;
}

internal sealed record Paged<T>(IReadOnlyList<T> Items, bool HasMore)
{
    public JsonObject ToJson(string url, Func<T, JsonObject> json) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. Items.Select(json)]),
        ["has_more"] = HasMore,
        ["url"] = url,
    };
}
