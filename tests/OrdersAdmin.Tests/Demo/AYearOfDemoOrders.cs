using System.Globalization;
using System.Text;
using OrdersAdmin.Channels;
using OrdersAdmin.Demo;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Demo;

public sealed class AYearOfDemoOrders
{
    private static readonly DateTimeOffset Autumn = new(2026, 11, 21, 10, 15, 30, TimeSpan.Zero);

    [Fact]
    public void Is_the_same_for_the_same_number_and_moment()
    {
        Assert.Equal(Lines(300, Autumn), Lines(300, Autumn), StringComparer.Ordinal);
        Assert.NotEqual(Lines(300, Autumn), Lines(300, Autumn.AddHours(1)), StringComparer.Ordinal);
    }

    /// <summary>The sequence of the published reference implementation; another one would be another year on another machine.</summary>
    [Fact]
    public void Draws_from_SplitMix64_as_published()
    {
        var random = new SplitMix64(1234567);

        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [random.Next(), random.Next(), random.Next()]);
    }

    [Theory]
    [InlineData("2026-11-21T10:15:30Z")]
    [InlineData("2026-03-02T23:59:59Z")]
    [InlineData("2027-07-31T00:00:00Z")]
    public void Holds_every_status_currency_and_kind_of_order(string moment)
    {
        var year = Year(2000, DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

        var placed = year.ConvertAll(Place);
        Assert.Equal(Enum.GetValues<OrderStatus>(), placed.Select(order => order.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<PaymentState>(), placed.Select(order => order.PaymentStatus).Distinct().Order());
        Assert.Equal(Enum.GetValues<FulfillmentState>(), placed.Select(order => order.FulfillmentStatus).Distinct().Order());
        Assert.Equal(Enum.GetValues<Channel>(), placed.Select(order => order.Channel).Distinct().Order());
        Assert.Equal(["EUR", "JPY", "USD"], placed.Select(order => order.Currency.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Contains(placed, order => order.TestMode);
        Assert.Contains(placed, order => order.BuyerEmail is null);
        Assert.Contains(placed, order => order.FormAnswers.Count > 0);
        Assert.Contains(placed, order => order.Lines.Any(line => !line.RequiresShipping));
        Assert.Contains(placed, order => order.Lines.Any(line => line.Removed > 0));
        Assert.Contains(placed, order => order.Fulfillments.Count > 1);
    }

    [Theory]
    [InlineData("2026-11-21T10:15:30Z")]
    [InlineData("2026-03-02T23:59:59Z")]
    public void Leaves_about_as_much_work_as_a_shop_of_its_size_has(string moment)
    {
        var placed = Year(2000, DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)).ConvertAll(Place);

        Assert.InRange(placed.Count(order => order.Status == OrderStatus.Pending), 90, 150);
        Assert.InRange(placed.Count(order => order.Status == OrderStatus.PartiallyFulfilled), 10, 26);
        Assert.InRange(placed.Count(order => order.Status != OrderStatus.Cancelled && order.PaymentStatus is PaymentState.Pending or PaymentState.Authorized), 6, 60);
        Assert.True(placed.Count(order => order.Status == OrderStatus.Fulfilled) > 1500);
    }

    [Fact]
    public void Has_totals_that_add_up_in_every_order()
    {
        var year = Year(2000, Autumn);

        Assert.All(year, each =>
        {
            var totals = each.Order.Totals;
            Assert.True(totals.Reconcile(each.Order.PriceTaxInterpretation));
            Assert.Equal(totals.Subtotal, each.Order.LineItems.Sum(line => line.UnitPrice * line.Quantity));
            Assert.Equal(totals.Discount, each.Order.LineItems.Sum(line => line.Discount ?? 0));
            Assert.Equal(totals.Tax, each.Order.LineItems.Sum(line => line.Tax ?? 0) + (each.Order.ShippingLine?.Tax ?? 0));
        });
    }

    [Fact]
    public void Is_in_order_of_time_and_ends_minutes_ago()
    {
        var year = Year(2000, Autumn);

        Assert.Equal(year.Select(each => each.Order.CreatedOn).Order(), year.Select(each => each.Order.CreatedOn));
        Assert.All(year, each => Assert.InRange(each.Order.CreatedOn, Autumn.AddDays(-366), Autumn));
        Assert.InRange(year[^1].Order.CreatedOn, Autumn.AddMinutes(-5), Autumn);
        Assert.All(year.SelectMany(each => each.Order.Fulfillments), parcel => Assert.InRange(parcel.DeliveredOn ?? parcel.ShipDate, parcel.ShipDate, Autumn));
    }

    [Fact]
    public void Numbers_no_two_orders_alike_and_stays_within_reserved_mail_domains()
    {
        var year = Year(5000, Autumn);

        Assert.Equal(year.Count, year.DistinctBy(each => (each.Site.Slug, each.Order.ExternalOrderReference)).Count());
        Assert.All(year, each => Assert.Matches(@"@example\.(com|org|net)$", each.Order.Customer?.Email ?? "guest@example.com"));
        Assert.All(DemoSite.All, site => Assert.Equal(DemoCatalogue.Of(site).All.Count, DemoCatalogue.Of(site).Intake().DistinctBy(variant => variant.Sku, StringComparer.Ordinal).Count()));
    }

    [Fact]
    public void Speaks_many_alphabets()
    {
        var names = Year(2000, Autumn).Select(each => each.Order.Customer?.Name ?? "").ToList();

        Assert.All(
            new[] { "éèë", "üöß", "Łżę", "ШшЖж", "Δδλ", "שנכ", "محف", "तशव", "藤橋邊", "김이박최", "กศว", "王李张" },
            script => Assert.Contains(names, name => name.AsSpan().ContainsAny(script)));
        Assert.Contains(names, name => name.Length > 50);
    }

    private static List<(DemoSite Site, IntakeOrder Order)> Year(int orders, DateTimeOffset now) => [.. new DemoYear(orders, now).Orders()];

    private static List<string> Lines(int orders, DateTimeOffset now) =>
        Year(orders, now).ConvertAll(each => Encoding.UTF8.GetString(IntakeOrderJson.Line(each.Order)));

    private static Order Place((DemoSite Site, IntakeOrder Order) each)
    {
        var site = new OrdersAdmin.Sites.Site(each.Site.Slug, each.Site.Name, Currency.Parse(each.Site.Currency), each.Site.TimeZone, 1);
        return Order.Place(each.Order, site, 0, null, new Dictionary<string, Variant>(StringComparer.Ordinal), OrdersAdmin.Staff.Actor.System("Test"), Autumn).OrThrow();
    }
}
