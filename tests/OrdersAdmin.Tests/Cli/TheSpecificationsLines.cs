using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Tests.Cli;

/// <summary>The specification's lines as they stand there, with our tool's name and ids of our own.</summary>
[Collection(nameof(CommandLine))]
public sealed class TheSpecificationsLines(CommandLine given)
{
    [Theory]
    [InlineData("aly-store-cli orders list --site-slug acme --limit 25")]
    [InlineData("aly-store-cli orders list --status pending")]
    [InlineData("aly-store-cli orders list --created-after 2026-03-01 --json")]
    [InlineData("aly-store-cli orders list --customer-id cust_42")]
    public async Task A_list_has_the_orders_that_its_filters_name(string line)
    {
        using var terminal = given.Terminal();
        var order = await given.Order();

        var ran = (await terminal.Run(Ours(line, order))).Ended(0);

        Assert.Contains(order.Id.ToString(), ran.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aly-store-cli orders list --status fulfilled")]
    [InlineData("aly-store-cli orders list --created-after 2199-05-01 --json")]
    public async Task And_none_besides(string line)
    {
        using var terminal = given.Terminal();
        var order = await given.Order();

        Assert.DoesNotContain(order.Id.ToString(), (await terminal.Run(Ours(line, order))).Ended(0).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_has_the_specifications_shape()
    {
        using var terminal = given.Terminal();
        var order = await given.Order();

        var got = (await terminal.Run(Ours("aly-store-cli orders get ord_72...4b --json", order))).Ended(0).Json;

        string[] members =
        [
            "id", "site_slug", "status", "fulfillment_status", "buyer", "shipping_address", "billing_address", "items", "totals", "currency", "payment",
            "fulfillments", "returns", "exchanges", "created_at",
        ];
        Assert.Empty(members.Except(got.EnumerateObject().Select(member => member.Name), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Fulfill_ships_everything_that_has_not_shipped()
    {
        using var terminal = given.Terminal();
        var order = await given.Order();

        (await terminal.Run(Ours("aly-store-cli orders fulfill ord_72...4b --carrier USPS --tracking 9400111202555582846137", order))).Ended(0);

        var shipped = await given.Now(order);
        var parcel = Assert.Single(shipped.Fulfillments);
        Assert.Equal((OrderStatus.Fulfilled, "USPS", "9400111202555582846137"), (shipped.Status, parcel.Carrier, parcel.TrackingNumber));
    }

    [Fact]
    public async Task Fulfill_in_part_stays_partial_until_every_item_has_shipped()
    {
        using var terminal = given.Terminal();
        var order = await given.Order();

        (await terminal.Run(Ours("aly-store-cli orders fulfill ord_72...4b --carrier UPS --tracking 1Z999AA10123456784 --item li_1:1 --item li_2:2", order))).Ended(0);
        var partly = await given.Now(order);
        (await terminal.Run(Ours("aly-store-cli orders fulfill ord_72...4b --carrier UPS --tracking 1Z999AA10123456784 --item li_1:1 --item li_2:1", order))).Ended(0);

        Assert.Equal(OrderStatus.PartiallyFulfilled, partly.Status);
        Assert.Equal([1, 2], partly.Items.Select(line => line.Fulfilled));
        Assert.Equal(OrderStatus.Fulfilled, (await given.Now(order)).Status);
    }

    [Fact]
    public async Task Refund_gives_back_everything_or_the_amount()
    {
        using var terminal = given.Terminal();
        var (full, part) = (await given.Order(), await given.Order());

        (await terminal.Run(Ours("aly-store-cli orders refund ord_72...4b --reason \"Buyer request\"", full))).Ended(0);
        (await terminal.Run(Ours("aly-store-cli orders refund ord_72...4b --amount 1500 --reason \"Damaged in transit\"", part))).Ended(0);

        Assert.Equal((5000L, "Buyer request"), Single((await given.Now(full)).Refunds));
        Assert.Equal((1500L, "Damaged in transit"), Single((await given.Now(part)).Refunds));
        // Not yet: the provider has not confirmed it.
        Assert.NotEqual(OrderStatus.Refunded, (await given.Now(full)).Status);
    }

    [Fact]
    public async Task A_refund_that_waits_is_approved_or_declined_by_somebody_else()
    {
        using var terminal = given.Terminal();
        var second = await given.SomebodyElse();
        var (yes, no) = (await given.Expensive(), await given.Expensive());
        (await terminal.Run($"orders refund {yes.Id} --reason Goodwill")).Ended(0);
        (await terminal.Run($"orders refund {no.Id} --reason Goodwill")).Ended(0);
        var (good, bad) = ((await given.Now(yes)).Refunds[0], (await given.Now(no)).Refunds[0]);
        Assert.Equal(RefundState.AwaitingApproval, good.Status);

        (await terminal.Run($"orders refund approve {yes.Id} {good.Id}")).Ended(6);
        terminal.With("ORDERS_ADMIN_TOKEN", second);
        (await terminal.Run($"orders refund approve {yes.Id} {good.Id} --revision {good.Revision}")).Ended(0);
        (await terminal.Run($"orders refund decline {no.Id} {bad.Id} --reason \"Outside the policy\"")).Ended(0);

        Assert.NotNull((await given.Now(yes)).Refunds[0].ApprovedBy);
        Assert.Equal(RefundState.Declined, (await given.Now(no)).Refunds[0].Status);
    }

    private static (long, string) Single(IReadOnlyList<RefundDocument> refunds) => (Assert.Single(refunds).Amount, refunds[0].Reason);

    internal static string Ours(string line, OrderDocument order, string? back = null) => line
        .Replace("aly-store-cli ", "", StringComparison.Ordinal)
        .Replace("ord_72...4b", order.Id.ToString(), StringComparison.Ordinal)
        .Replace("li_1", order.Items[0].Id.ToString(), StringComparison.Ordinal)
        .Replace("li_2", order.Items[1].Id.ToString(), StringComparison.Ordinal)
        .Replace("ret_8c...", back, StringComparison.Ordinal)
        .Replace("cust_42", order.CustomerId.ToString(), StringComparison.Ordinal);
}
