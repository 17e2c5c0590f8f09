using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Tests.Refunds;

/// <summary>Requests and answers that get lost: the refund happens once, and never twice.</summary>
public sealed class LosingAnswers
{
    private const long Part = 2500;

    [Fact]
    public async Task A_refund_goes_pending_and_then_succeeds()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        var refund = await till.Approved(order, Part);

        await till.Send();
        Assert.Equal(RefundState.Pending, (await till.Read(order, refund)).State);
        Assert.Equal(PaymentState.Paid, (await till.Shop.Read(order.Id)).PaymentStatus);
        await till.PassWorking(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));

        var after = await till.Shop.Read(order.Id);
        Assert.Equal((RefundState.Succeeded, PaymentState.PartiallyRefunded, false), (after.Refunds[0].State, after.PaymentStatus, after.RefundPending));
        Assert.Equal(["order.refunded"], (await till.Shop.EventsOf(order.Id)).Select(each => each.Type).Where(type => type == "order.refunded"));
        await till.Holds();
    }

    [Theory]
    [InlineData("drop_after", "")]
    [InlineData("drop_before", "")]
    [InlineData("status_500_after", "")]
    [InlineData("status_500_before", "")]
    [InlineData("status_409", "")]
    [InlineData("status_429", "")]
    [InlineData("status_429", ",\"should_retry\":true")]
    [InlineData("status_503", "")]
    public async Task Whatever_gets_lost_the_refund_happens_once(string fault, string also)
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        await till.Fault(fault, count: 3, also);
        var refund = await till.Approved(order, Part);

        await till.Send();
        Assert.Equal(RefundState.Unknown, (await till.Read(order, refund)).State);
        Assert.Equal("Unknown", Assert.Single(await till.Stuck()).Kind.ToString());
        Assert.Equal(7500, (await till.Shop.Quote(order, RefundShop.Amount(1))).MostRefundable.Minor);
        await till.PassWorking(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

        Assert.Equal(RefundState.Succeeded, (await till.Read(order, refund)).State);
        Assert.Equal(1, await till.AtStripe(order));
        Assert.Empty(await till.Stuck());
        await till.Holds();
    }

    [Fact]
    public async Task A_stored_500_is_never_answered_with_a_new_key()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        await till.Fault("status_500_before", also: ",\"execution_began\":true");
        var refund = await till.Approved(order, Part);

        await till.Send();
        await till.PassWorking(TimeSpan.FromHours(20), TimeSpan.FromMinutes(30));

        Assert.Equal(RefundState.Unknown, (await till.Read(order, refund)).State);
        Assert.Equal(0, await till.AtStripe(order));
        await till.PassWorking(TimeSpan.FromHours(5), TimeSpan.FromMinutes(3));
        Assert.Equal(RefundState.Succeeded, (await till.Read(order, refund)).State);
        Assert.Equal(1, await till.AtStripe(order));
        await till.Holds();
    }

    [Theory]
    [InlineData("drop_after")]
    [InlineData("drop_before")]
    public async Task A_day_of_silence_ends_with_one_refund(string fault)
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        await till.Fault(fault, count: 3);
        var refund = await till.Approved(order, Part);
        await till.Send();

        await till.Pass(TimeSpan.FromHours(25));
        await till.PassWorking(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(3));

        Assert.Equal(RefundState.Succeeded, (await till.Read(order, refund)).State);
        Assert.Equal(1, await till.AtStripe(order));
        Assert.Equal(fault == "drop_before" ? 2 : 1, till.Shop.Count("refund_attempts"));
        await till.Holds();
    }

    [Fact]
    public async Task After_a_crash_the_committed_request_is_sent_as_it_is()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        await till.Fault("drop_after", count: 3);
        var refund = await till.Approved(order, Part);
        await till.Send();

        till.Restart();
        await till.PassWorking(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));

        Assert.Equal(RefundState.Succeeded, (await till.Read(order, refund)).State);
        Assert.Equal(1, await till.AtStripe(order));
        await till.Holds();
    }

    [Fact]
    public async Task A_key_that_is_not_taken_pauses_everything_and_loses_nothing()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        await till.Fault("status_401");
        var first = await till.Approved(order, Part);
        await till.Send();
        var second = await till.Approved(order, Part);
        await till.Work();

        Assert.Equal((RefundState.Sending, RefundState.Approved), ((await till.Read(order, first)).State, (await till.Read(order, second)).State));
        Assert.NotNull((await till.Board.List(till.Shop.Owner)).OrThrow().Paused);
        await till.PassWorking(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));

        Assert.Equal((RefundState.Succeeded, RefundState.Succeeded), ((await till.Read(order, first)).State, (await till.Read(order, second)).State));
        Assert.Null((await till.Board.List(till.Shop.Owner)).OrThrow().Paused);
        await till.Holds();
    }

    [Fact]
    public async Task One_key_with_another_body_freezes_and_alarms()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        var refund = await till.Approved(order, Part);
        await till.Simulator.Refund(await till.Intent(order), 1, key: $"refund-{refund}-1");

        await till.Send();
        await till.PassWorking(TimeSpan.FromHours(30), TimeSpan.FromHours(1));

        Assert.Equal(RefundState.Unknown, (await till.Read(order, refund)).State);
        Assert.Contains(await till.Stuck(), row => row.Kind == MoneyTaskKind.Contradiction);
        Assert.Equal(1, await till.AtStripe(order));
    }

    [Fact]
    public async Task A_definite_no_frees_the_money_and_tells()
    {
        await using var till = await Till.Open();
        var order = await till.Order();
        await till.Simulator.Control($"charges/ch{(await till.Intent(order))[2..]}/dispute");
        var refund = await till.Approved(order, Part);

        await till.Send();

        var view = await till.Read(order, refund);
        Assert.Equal((RefundState.Rejected, "The payment provider refused it: the customer disputes the payment. No money moved."), (view.State, view.Sentence));
        Assert.Equal(10_000, (await till.Shop.Quote(order, RefundShop.Amount(1))).MostRefundable.Minor);
        Assert.Equal(MoneyTaskKind.Failed, Assert.Single(await till.Stuck()).Kind);
        await till.Holds();
    }
}
