using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Api;

/// <param name="Reason">Staff see it; the buyer does not.</param>
/// <param name="Restock">What has not shipped goes back on the shelf.</param>
/// <param name="Notify">Writes to the buyer.</param>
internal sealed record CancelOrderBody(string? Reason = null, bool Restock = true, bool Notify = true) : IBody
{
    private const string NoReason = "No reason given";

    public IEnumerable<FieldError> Wrong() => Bounds.Longest("reason", Reason, OrderCancellationWorkflow.LongestReason);

    public CancelOrder Command(ApiCall call) => new(Text.Clean(Reason) ?? NoReason, Restock, Notify, call.ExpectedVersion, call.RequestKey("cancel"));
}
