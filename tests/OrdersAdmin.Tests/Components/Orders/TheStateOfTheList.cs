using System.Buffers;
using System.Text.Json;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Sites;
using OrdersAdmin.Web.Components.Orders;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Tests.Components;

public sealed class TheStateOfTheList
{
    /// <summary>The circuit does not start above 32 KB; the state is encrypted and written as base64 twice on its way.</summary>
    [Fact]
    public void Stays_small_with_a_full_page_of_long_names()
    {
        var rows = Enumerable.Range(0, OrderListQuery.DefaultLimit).Select(i => new OrderRow(
            Id<Order>.New(), 100_000 + i, "a-rather-long-site-slug", "America/Argentina/ComodRivadavia", Given.Today.AddMinutes(-i * 37), $"{i} Æthelþryð Wolfeschlegelsteinhausenbergerdorff {i * 7919}",
            "WooCommerce", OrderStatus.PartiallyFulfilled, PaymentState.PartiallyRefunded, FulfillmentState.PartiallyFulfilled, i, 1_234_567 * i, Currency.Parse("EUR"), TestMode: true)).ToList();
        var tags = Enumerable.Range(0, 100).Select(i => $"tag number {i}").ToList();
        var sites = Enumerable.Range(0, 5).Select(i => new SiteView(Id<Site>.New(), $"site-{i}", $"Site {i}", Currency.Parse("EUR"), "Europe/Paris", i)).ToList();
        var state = new OrderListState(
            "?view=unfulfilled", new OrderListView(rows, "1-2", "3-4", Enum.GetValues<OrderTab>().ToDictionary(tab => tab, tab => 1_000_000), 1_000_000), new OrderFilterChoices(sites, ["web", "pos"], tags), null);
        var written = new ArrayBufferWriter<byte>();

        new CompressedState<OrderListState>().Persist(state, written);
        var read = new CompressedState<OrderListState>().Restore(new ReadOnlySequence<byte>(written.WrittenMemory));

        Assert.InRange(written.WrittenCount, 1, 9_000);
        Assert.Equal(JsonSerializer.Serialize(state), JsonSerializer.Serialize(read));
    }
}
