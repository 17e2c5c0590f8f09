using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Orders;

/// <summary>How many orders of a site and channel stand in one combination of statuses; kept by triggers, so that a count never reads the orders.</summary>
internal sealed class OrderTally
{
    private OrderTally() { }

    public Id<Site> SiteId { get; private set; }

    public string ChannelName { get; private set; } = "";

    public OrderStatus Status { get; private set; }

    public FulfillmentState FulfillmentStatus { get; private set; }

    public PaymentState PaymentStatus { get; private set; }

    public int Orders { get; private set; }
}
