using FsCheck;
using FsCheck.Fluent;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Sites;
using OrdersAdmin.Web.Components.Orders;

namespace OrdersAdmin.Tests.Components;

public sealed class ListAddresses
{
    private static readonly SiteView Paris = new(Id<Site>.New(), "acme", "Acme", Currency.Parse("EUR"), "Europe/Paris", 1);
    private static readonly SiteView Tokyo = new(Id<Site>.New(), "kumo", "Kumo", Currency.Parse("JPY"), "Asia/Tokyo", 1);

    [Fact]
    public void Are_read_back_as_they_were_written() => Prop.ForAll(Any().ToArbitrary(), address =>
    {
        var written = address.ToString();

        Assert.Equal(address, OrderListAddress.Read(Query(written)).OrThrow());
        Assert.DoesNotContain(' ', written);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Never_throw_whatever_is_typed_behind_the_question_mark() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), typed =>
    {
        foreach (var name in (string[])["view", "q", "status", "from", "to", "older", "site"])
            Assert.True(OrderListAddress.Read($"?{name}={typed.Get}").Match(_ => true, problem => problem.Message.Length > 0));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Say_nothing_of_what_is_at_its_default() => Assert.Equal("/orders", new OrderListAddress().ToString());

    [Fact]
    public void Name_the_states_in_words() => Assert.Equal(
        "/orders?view=partially_fulfilled&payment=partially_refunded&from=2026-03-01",
        new OrderListAddress { Tab = OrderTab.PartiallyFulfilled, Payment = PaymentState.PartiallyRefunded, From = new(2026, 3, 1) }.ToString());

    [Theory]
    [InlineData("?status=lost", "There is no status 'lost'.")]
    [InlineData("?status=5", "There is no status '5'.")]
    [InlineData("?view=everything", "There is no view 'everything'.")]
    [InlineData("?from=yesterday", "'yesterday' is not a day; write it as 2026-11-21.")]
    [InlineData("?to=2026-02-30", "'2026-02-30' is not a day; write it as 2026-11-21.")]
    [InlineData("?from=0001-01-01", "'0001-01-01' is not a day; write it as 2026-11-21.")]
    [InlineData("?from=2026-03-02&to=2026-03-01", "The first day is after the last one.")]
    [InlineData("?tag=a&tag=b", "The address has 'tag' more than once.")]
    public void Name_what_is_wrong_in_a_sentence(string query, string sentence) =>
        Assert.Equal(sentence, Assert.IsType<Problem.Invalid>(OrderListAddress.Read(query).Problem).Message);

    [Fact]
    public void Refuse_a_search_that_is_too_long() =>
        Assert.Equal("Search for at most 200 characters.", OrderListAddress.Read("?q=" + new string('a', 201)).Problem!.Message);

    [Fact]
    public void Mean_days_of_the_chosen_site()
    {
        var day = new OrderListAddress { From = new(2026, 3, 2), To = new(2026, 3, 2) };

        var paris = day.Query([Paris, Tokyo]).OrThrow();
        var tokyo = (day with { Site = "kumo" }).Query([Paris, Tokyo]).OrThrow();

        Assert.Equal(new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.Zero), paris.PlacedFrom);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 23, 0, 0, TimeSpan.Zero), paris.PlacedBefore);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 15, 0, 0, TimeSpan.Zero), tokyo.PlacedFrom);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 15, 0, 0, TimeSpan.Zero), tokyo.PlacedBefore);
    }

    [Fact]
    public void Have_days_of_23_and_25_hours_when_the_clocks_change()
    {
        static TimeSpan Length(DateOnly day)
        {
            var query = new OrderListAddress { From = day, To = day }.Query([Paris]).OrThrow();
            return query.PlacedBefore!.Value - query.PlacedFrom!.Value;
        }

        Assert.Equal(TimeSpan.FromHours(23), Length(new(2026, 3, 29)));
        Assert.Equal(TimeSpan.FromHours(25), Length(new(2026, 10, 25)));
    }

    [Fact]
    public void Refuse_a_site_that_the_reader_does_not_work_on() =>
        Assert.Equal("You do not work on a site called 'kumo'.", new OrderListAddress { Site = "kumo" }.Query([Paris]).Problem!.Message);

    private static string Query(string address) => address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "";

    private static Gen<OrderListAddress> Any()
    {
        var text = Maybe(Gen.Elements("maria", "Zoë Müller", "50% & more", "#1042", "a+b=c", "<b>", "雲 Kumo", "x?y#z", "\"'", "🎁"));
        var day = MaybeValue(Gen.Choose(0, 20_000).Select(days => new DateOnly(1990, 1, 1).AddDays(days)));
        return from tab in Gen.Elements(Enum.GetValues<OrderTab>())
               from search in text
               from status in MaybeValue(Gen.Elements(Enum.GetValues<OrderStatus>()))
               from payment in MaybeValue(Gen.Elements(Enum.GetValues<PaymentState>()))
               from fulfillment in MaybeValue(Gen.Elements(Enum.GetValues<FulfillmentState>()))
               from channel in text
               from site in text
               from tag in text
               from one in day
               from other in day
               from customer in text
               from older in text
               from newer in text
               select new OrderListAddress
               {
                   Tab = tab,
                   Search = search,
                   Status = status,
                   Payment = payment,
                   Fulfillment = fulfillment,
                   Channel = channel,
                   Site = site,
                   Tag = tag,
                   From = one < other ? one : other,
                   To = one < other ? other : one,
                   Customer = customer,
                   Older = older,
                   Newer = newer,
               };
    }

    private static Gen<string?> Maybe(Gen<string> some) => Gen.OneOf(Gen.Constant<string?>(null), some.Select(value => (string?)value));

    private static Gen<T?> MaybeValue<T>(Gen<T> some) where T : struct => Gen.OneOf(Gen.Constant<T?>(null), some.Select(value => (T?)value));
}
