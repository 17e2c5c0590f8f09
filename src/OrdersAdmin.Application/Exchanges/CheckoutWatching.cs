using Microsoft.Extensions.Logging;
using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Exchanges;

/// <summary>Looks at open pages again and again, for the case that no webhook tells of a payment.</summary>
internal sealed class CheckoutWatching(CheckoutPages pages, ILogger<CheckoutWatching> log) : Worker(RefundTimes.Look, log)
{
    protected override async Task Round(CancellationToken cancel)
    {
        await pages.LookAfterAll(cancel);
        await Task.Delay(RefundTimes.Look, cancel);
    }
}
