using OrdersAdmin.Channels;

namespace OrdersAdmin.Demo;

/// <summary>A year of orders that ends now: the same for the same number and moment, on every machine.</summary>
internal sealed class DemoYear(int count, DateTimeOffset now)
{
    private const int MostCustomers = 20_000;

    private readonly DemoCalendar calendar = new(count, now);
    private readonly int customers = Math.Clamp(count / 5, 40, MostCustomers);

    /// <summary>Oldest first.</summary>
    public IEnumerable<(DemoSite Site, IntakeOrder Order)> Orders() => Enumerable.Range(0, count).Select(Order);

    private (DemoSite Site, IntakeOrder Order) Order(int i)
    {
        var random = SplitMix64.For("order", i);
        var (at, site) = calendar.Of(i, random);
        var channel = DemoChannel.Pick(site, random);
        var customer = DemoCustomer.Of(site, Customer(random));
        var anonymous = channel.InStore && random.Chance(600);
        var test = channel.Channel == OrdersAdmin.Orders.Channel.Web && random.Chance(25);
        var fate = channel.InStore ? DemoFate.Shipped : DemoFates.Pick(now - at, random);
        var currency = channel.InStore ? site.Currency : site == DemoSite.All[0] ? customer.Country.Currency ?? site.Currency : site.Currency;

        var basket = DemoBasket.Fill(site, currency, channel, fate.NeedsGoods(), random);
        var parcels = new DemoParcels(site, customer.Country, at, now, random);
        var lines = basket.ConvertAll(each => each.Line);
        var promotion = DemoMoney.Promotion(lines, channel.Wholesale, random);
        var delivery = channel.InStore || !lines.Exists(line => line.RequiresShipping)
            ? null
            : DemoMoney.Delivery(site, customer.Country, currency, parcels.Service, lines.Sum(line => line.UnitPrice * line.Quantity) - (promotion?.Amount ?? 0));
        var home = channel.InStore ? DemoSite.HomeOf(site) : customer.Country;
        var money = DemoMoney.Of(lines, promotion, delivery, currency, DemoMoney.TaxRate(site, home, customer.Address.Region));
        var happened = DemoHistory.Of(fate, money.Lines, random);
        var paid = DemoPayments.Paid(site, channel, i, money.Totals.Total, random);

        return (site, new IntakeOrder
        {
            Channel = channel.Channel,
            ChannelName = channel.Name,
            ExternalOrderReference = channel.Reference(site, i),
            ChannelNumber = channel.Number(i),
            CreatedOn = at,
            Currency = currency,
            PriceTaxInterpretation = money.Interpretation,
            Customer = anonymous ? null : random.Chance(40) ? customer.Guest : customer.Known,
            ShippingAddress = channel.InStore || delivery is null ? null : random.Chance(60) ? customer.Elsewhere(random) : customer.Address,
            BillingAddress = anonymous || channel.InStore ? null : customer.Address,
            LineItems = happened,
            DiscountLines = money.Discount is null ? [] : [money.Discount],
            ShippingLine = money.Shipping,
            Totals = money.Totals,
            Payments = [DemoPayments.After(fate, paid, money.Totals.Shipping, lines[0].UnitPrice, random)],
            Fulfillments = channel.InStore ? [DemoParcels.HandedOver(at)] : fate.HasShipped() ? parcels.All(happened) : fate == DemoFate.PartlyShipped ? parcels.Part(happened) : [],
            CancelledOn = fate == DemoFate.Cancelled ? at.AddSeconds(random.Below(Math.Max(1, (int)Math.Min(86_400, (now - at).TotalSeconds)))) : null,
            CancelReason = fate == DemoFate.Cancelled ? DemoWords.CancelReason(random) : null,
            Note = DemoWords.StaffNote(site, random),
            CustomerNote = channel.InStore ? null : DemoWords.CustomerNote(site, random),
            Tags = DemoWords.Tags(anonymous ? null : customer, channel, basket.Select(each => each.Variant), random),
            FormSubmission = channel.Channel == OrdersAdmin.Orders.Channel.Web ? DemoWords.Form(random) : [],
            TestMode = test,
        });
    }

    /// <summary>The square makes some customers come again and again.</summary>
    private int Customer(SplitMix64 random) => (int)(random.Below((long)customers) * random.Below((long)customers) / customers);
}
