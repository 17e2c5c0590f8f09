using System.Text.Json;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Refunds;
using OrdersAdmin.Tests.Refunds;
using OrdersAdmin.Tests.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Exchanges;

public sealed class PayingTheDifference
{
    [Fact]
    public async Task Lets_the_replacement_ship_once_the_webhook_was_looked_into()
    {
        await using var till = await Till.Open();
        await till.ListenToWebhooks();
        var (shop, exchange) = (till.Shop, await MugForJug(till));

        var asked = (await till.Exchanges.AskForPayment(shop.Support, exchange.Id, ExchangeShop.Thanks, exchange.Version)).OrThrow();
        await Pay(till, asked.PaymentUrl!);
        await till.Settle();
        await till.Inbox.WorkOff(CancellationToken.None);

        var paid = await shop.Read(exchange.Id);
        Assert.Equal((DifferenceState.Paid, null), (paid.DifferenceState, paid.PaymentUrl));
        Assert.Contains(ExchangeAct.Ship, paid.AllowedActions);
        var order = await shop.Read(exchange.OrderId);
        Assert.Equal((1500, 1500), (Figure(order, MoneyFigureKind.Paid), Figure(order, MoneyFigureKind.Refundable)));
        Assert.Equal(ExchangeStatus.Completed, (await shop.GoodsArrive(await shop.ShipReplacement(paid))).Status);
        var letter = Assert.Single(await shop.Mails(), mail => mail.Subject.Contains("for your exchange", StringComparison.Ordinal));
        Assert.Contains(asked.PaymentUrl!, letter.Body, StringComparison.Ordinal);
        await till.Holds();
    }

    [Fact]
    public async Task Is_found_out_though_no_webhook_ever_comes_and_counted_once_though_many_do()
    {
        await using var till = await Till.Open();
        var exchange = await MugForJug(till);
        var asked = (await till.Exchanges.AskForPayment(till.Shop.Support, exchange.Id, ExchangeShop.Thanks, null)).OrThrow();
        await Pay(till, asked.PaymentUrl!);

        await till.Pass(TimeSpan.FromMinutes(3));
        await till.Pages.LookAfterAll(CancellationToken.None);
        for (var i = 0; i < 3; i++)
            await till.Pages.HearOne(SessionOf(asked.PaymentUrl!), CancellationToken.None);

        Assert.Equal(DifferenceState.Paid, (await till.Shop.Read(exchange.Id)).DifferenceState);
        Assert.Equal(1500, Figure(await till.Shop.Read(exchange.OrderId), MoneyFigureKind.Paid));
    }

    [Fact]
    public async Task Asks_for_the_same_page_again_whatever_became_of_the_request()
    {
        await using var till = await Till.Open();
        var exchange = await MugForJug(till);
        await till.Simulator.Control("faults", """{"match":{"method":"POST","path_prefix":"/v1/checkout"},"fault":"drop_after","count":3}""");

        var lost = await till.Exchanges.AskForPayment(till.Shop.Support, exchange.Id, ExchangeShop.Thanks, null);
        var asked = (await till.Exchanges.AskForPayment(till.Shop.Support, exchange.Id, ExchangeShop.Thanks, null)).OrThrow();
        var again = (await till.Exchanges.AskForPayment(till.Shop.Support, exchange.Id, ExchangeShop.Thanks, null)).OrThrow();

        Expect.Problem<Problem.GatewayFailed, ExchangeChanged>(lost);
        Assert.Equal(asked.PaymentUrl, again.PaymentUrl);
        Assert.Equal(1, till.Shop.Count("exchange_payments"));
        Assert.Single(await till.Shop.Mails(), mail => mail.Subject.Contains("for your exchange", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Makes_a_new_page_when_the_old_one_has_expired()
    {
        await using var till = await Till.Open();
        var exchange = await MugForJug(till);
        var first = (await till.Exchanges.AskForPayment(till.Shop.Support, exchange.Id, ExchangeShop.Thanks, null)).OrThrow();

        await till.Pass(TimeSpan.FromHours(25));
        await till.Pages.LookAfterAll(CancellationToken.None);
        Assert.Null((await till.Shop.Read(exchange.Id)).PaymentUrl);
        var second = (await till.Exchanges.AskForPayment(till.Shop.Support, exchange.Id, ExchangeShop.Thanks, null)).OrThrow();

        Assert.NotEqual(first.PaymentUrl, second.PaymentUrl);
        await Pay(till, second.PaymentUrl!);
        await till.Pages.HearOne(SessionOf(second.PaymentUrl!), CancellationToken.None);
        Assert.Equal(DifferenceState.Paid, (await till.Shop.Read(exchange.Id)).DifferenceState);
    }

    [Fact]
    public async Task Closes_the_page_of_what_was_cancelled_and_tells_of_money_that_came_all_the_same()
    {
        await using var till = await Till.Open();
        var (closed, tooLate) = (await MugForJug(till), await MugForJug(till));
        var (pageOfClosed, page) = (await Ask(closed), await Ask(tooLate));

        (await till.Exchanges.Cancel(till.Shop.Support, closed.Id, null)).OrThrow();
        await till.Pages.LookAfterAll(CancellationToken.None);
        await Pay(till, page);
        (await till.Exchanges.Cancel(till.Shop.Support, tooLate.Id, null)).OrThrow();
        await till.Pages.LookAfterAll(CancellationToken.None);

        Assert.Equal("expired", await StatusAtStripe(till, pageOfClosed));
        var row = Assert.Single(await till.Stuck());
        Assert.Equal((MoneyTaskKind.PaidInVain, tooLate.OrderId, 500), (row.Kind, row.OrderId, row.Amount.Minor));
        Assert.Contains(StuckAct.Close, row.AllowedActions);
        Assert.Equal(1500, Figure(await till.Shop.Read(tooLate.OrderId), MoneyFigureKind.Refundable));
        await till.Holds();

        async Task<string> Ask(ExchangeView exchange) => (await till.Exchanges.AskForPayment(till.Shop.Support, exchange.Id, ExchangeShop.Thanks, null)).OrThrow().PaymentUrl!;
    }

    [Fact]
    public async Task Gives_back_what_was_paid_before_the_exchange_is_cancelled()
    {
        await using var till = await Till.Open();
        var exchange = await MugForJug(till);
        var asked = (await till.Exchanges.AskForPayment(till.Shop.Support, exchange.Id, ExchangeShop.Thanks, null)).OrThrow();
        await Pay(till, asked.PaymentUrl!);
        await till.Pages.HearOne(SessionOf(asked.PaymentUrl!), CancellationToken.None);

        var refused = await till.Exchanges.Cancel(till.Shop.Support, exchange.Id, null);
        (await till.Refunds.Request(till.Shop.Owner, exchange.OrderId, new RequestRefund(RefundShop.Amount(1500), RefundShop.Reason))).OrThrow();
        (await till.Exchanges.Cancel(till.Shop.Support, exchange.Id, null)).OrThrow();
        await till.PassWorking(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));

        Assert.Equal("The customer paid €5.00 for it. Refund that first.", Expect.Refused(refused).Message);
        Assert.Equal(OrderStatus.Refunded, (await till.Shop.Read(exchange.OrderId)).Status);
        await till.Holds();
    }

    private static async Task<ExchangeView> MugForJug(Till till)
    {
        var shop = till.Shop;
        await shop.Variant("MUG");
        var intent = $"pi_exchange{shop.Count("orders")}";
        await till.Seed(intent, 1000, "EUR");
        var order = await shop.Order(Intake(Line("Mug", 1, 1000, "MUG")) with { Payments = [new("stripe", intent, "Visa ••4242", Captured: 1000)] });
        return await shop.ApprovedExchange(await shop.Ship(order), await shop.Variant("JUG", price: 1500));
    }

    private static Task<JsonElement> Pay(Till till, string url) => till.Simulator.Control($"checkout/sessions/{SessionOf(url)}/complete", "{}");

    private static string SessionOf(string url) => url.Split('/')[^1];

    private static async Task<string?> StatusAtStripe(Till till, string url) =>
        Assert.IsType<StripeAnswer<StripeCheckoutSession>.Ok>(await till.Stripe.GetCheckout(SessionOf(url), CancellationToken.None)).Value.Status;

    private static long Figure(OrderView order, MoneyFigureKind kind) => order.Money.Single(figure => figure.Kind == kind).Amount.Minor;
}
