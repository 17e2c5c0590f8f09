using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;

namespace OrdersAdmin.Web.Api;

/// <param name="Reason">In the program's own words; where it is one of the site's reasons it counts as that.</param>
/// <param name="Approve">Approves it in the same act.</param>
internal sealed record RequestReturnBody(IReadOnlyList<ReturnItem> Items, string Reason, string? Note = null, bool Approve = false, bool Notify = true) : IBody
{
    public IEnumerable<FieldError> Wrong() =>
    [
        .. GoodsBounds.Items(Items, item => item.Quantity),
        .. Bounds.Required("reason", Reason, GoodsBounds.LongestReason),
        .. Bounds.Longest("note", Note, GoodsBounds.LongestNote),
    ];

    public RequestReturn Command(ApiCall call) => new(Items, Reason, Note, Approve, Notify, null, call.ExpectedVersion, call.RequestKey("return"));
}

/// <param name="Notify">Writes to the buyer.</param>
internal sealed record ApproveBody(bool Notify = true) : IBody
{
    public IEnumerable<FieldError> Wrong() => [];
}

/// <param name="Reason">For staff.</param>
/// <param name="CustomerSentence">What the buyer reads; without it nothing is sent.</param>
internal sealed record RejectBody(string? Reason = null, string? CustomerSentence = null) : IBody
{
    public string Why => Text.Clean(Reason) ?? "No reason given";

    public IEnumerable<FieldError> Wrong() =>
        [.. Bounds.Longest("reason", Reason, GoodsBounds.LongestNote), .. Bounds.Longest("customer_sentence", CustomerSentence, GoodsBounds.LongestNote)];
}

/// <param name="Items">Left out means everything that is expected, in good condition: onto the shelf, and to be paid for.</param>
internal sealed record ReceiveBody(IReadOnlyList<ReceivedItem>? Items = null, string? Note = null) : IBody
{
    public IEnumerable<FieldError> Wrong() =>
    [
        .. Items is null ? [] : GoodsBounds.Items(Items, item => item.Quantity + item.Missing),
        .. Bounds.Each("items", Items, (item, path) => item.Quantity < 0 || item.Missing < 0 ? [new($"{path}.quantity", $"'{path}.quantity' must not be negative.")] : Array.Empty<FieldError>()),
        .. Bounds.Longest("note", Note, GoodsBounds.LongestNote),
    ];

    public ReceiveReturn Command(ApiCall call, ReturnDocument back, int? version) => new(
        Items ?? [.. back.Items.Where(line => line.Outstanding > 0).Select(line => new ReceivedItem(line.LineItemId, line.Outstanding, Grade: Disposition.Restock))],
        Note: Note, ExpectedVersion: version, RequestKey: call.RequestKey("receive"));
}

internal sealed record InspectBody(IReadOnlyList<InspectedItem> Items) : IBody
{
    public IEnumerable<FieldError> Wrong() => GoodsBounds.Items(Items, item => item.Quantity);
}

/// <summary>What bodies about goods share.</summary>
internal static class GoodsBounds
{
    public const int LongestReason = 200;
    public const int LongestNote = 2000;

    public static IEnumerable<FieldError> Items<T>(IReadOnlyList<T> items, Func<T, long> units) =>
        [.. Bounds.Few("items", items, 1, 500), .. Bounds.Each("items", items, (item, path) => Bounds.Positive($"{path}.quantity", units(item)))];
}
