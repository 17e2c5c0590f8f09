using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Refunds;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tests.Refunds;

/// <summary>Short ways to refund in a test's shop. Without a word about who, it is Olga the owner, who has no limit but the second person's.</summary>
internal static class RefundShop
{
    public const string Reason = "Goodwill";

    private static readonly StripeOptions Configured = new() { SecretKey = "sk_test_1", WebhookSecrets = ["whsec_1"] };

    public static RefundWorkflow Refunds(this Shop shop, RefundSignal? signal = null) => new(shop.Database, Configured, signal ?? new RefundSignal(), shop.Clock);

    /// <summary>A gateway with a key and nobody at the other end.</summary>
    public static StripeGateway Nowhere(Shop shop) => new(PaymentServices.NewClient(), Configured, shop.Clock, NullLogger<StripeGateway>.Instance);

    public static RefundWithdrawal Withdrawal(this Shop shop, StripeGateway stripe) =>
        new(shop.Database, stripe, new ProviderNews(shop.Database, stripe, new Failpoint(), shop.Clock), shop.Clock);

    public static async Task<RefundQuote> Quote(this Shop shop, OrderView order, RefundChoice choice, Actor? actor = null) =>
        (await shop.Refunds().Quote(actor ?? shop.Owner, order.Id, choice)).OrThrow();

    public static Task<Result<RefundMade>> Refund(this Shop shop, OrderView order, RefundChoice choice, Actor? actor = null, string? key = null, bool restock = false, int? version = null) =>
        shop.Refunds().Request(actor ?? shop.Owner, order.Id, new RequestRefund(choice, Reason, Restock: restock, ExpectedVersion: version, RequestKey: key));

    public static RefundChoice Amount(long minor) => new() { Amount = minor };

    /// <summary>Units of the order's lines, in their order.</summary>
    public static RefundChoice Units(OrderView order, params int[] quantities) =>
        new() { Items = [.. quantities.Select((quantity, i) => new RefundItem(order.Lines[i].Id, quantity))] };
}

internal static class OrderSums
{
    public static long Total(this OrderView order) => order.Money.Single(figure => figure.Kind == MoneyFigureKind.Total).Amount.Minor;
}
