using Bunit;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Components.Orders;

namespace OrdersAdmin.Tests.Components;

public sealed class OrderBadges : BunitContext
{
    [Theory]
    [MemberData(nameof(EveryOrderStatus))]
    public void Say_the_order_status_in_words_with_an_icon(OrderStatus status) =>
        AssertBadge(Render<OrderStatusBadge>(badge => badge.Add(each => each.Status, status)));

    [Theory]
    [MemberData(nameof(EveryPaymentState))]
    public void Say_the_payment_in_words_with_an_icon(PaymentState status) =>
        AssertBadge(Render<PaymentBadge>(badge => badge.Add(each => each.Status, status)));

    [Theory]
    [MemberData(nameof(EveryFulfillmentState))]
    public void Say_the_fulfillment_in_words_with_an_icon(FulfillmentState status) =>
        AssertBadge(Render<FulfillmentStateBadge>(badge => badge.Add(each => each.Status, status)));

    public static TheoryData<OrderStatus> EveryOrderStatus => new(Enum.GetValues<OrderStatus>());

    public static TheoryData<PaymentState> EveryPaymentState => new(Enum.GetValues<PaymentState>());

    public static TheoryData<FulfillmentState> EveryFulfillmentState => new(Enum.GetValues<FulfillmentState>());

    private static void AssertBadge<T>(IRenderedComponent<T> badge) where T : Microsoft.AspNetCore.Components.IComponent
    {
        var shown = badge.Find(".badge");
        Assert.NotEmpty(shown.TextContent.Trim());
        Assert.Equal("true", shown.QuerySelector("svg")!.GetAttribute("aria-hidden"));
        Assert.Contains(shown.ClassList, tone => tone is "good" or "warn" or "bad" or "info" or "quiet");
    }
}
