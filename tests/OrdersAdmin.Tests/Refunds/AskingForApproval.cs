using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;
using static OrdersAdmin.Tests.Refunds.RefundShop;

namespace OrdersAdmin.Tests.Refunds;

public sealed class AskingForApproval
{
    [Fact]
    public async Task Within_the_limit_a_refund_goes_out_and_above_it_waits()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Desk", 1, 100_000));

        var small = (await shop.Refund(order, Amount(10_000), shop.Support)).OrThrow();
        var quote = await shop.Quote(order, Amount(10_001), shop.Support);
        var large = (await shop.Refund(order, Amount(10_001), shop.Support)).OrThrow();

        Assert.Equal(RefundState.Approved, small.State);
        Assert.Equal("Send for approval", quote.Button);
        Assert.Equal("It is above the requester's limit of €100.00.", quote.WhyApproval);
        Assert.Equal(RefundState.AwaitingApproval, large.State);
    }

    [Fact]
    public async Task A_day_of_small_refunds_reaches_the_limit_too()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Desk", 1, 100_000));
        foreach (var _ in Enumerable.Range(0, 5))
            (await shop.Refund(order, Amount(10_000), shop.Support)).OrThrow();

        var sixth = (await shop.Refund(order, Amount(1), shop.Support)).OrThrow();
        shop.Clock.Advance(TimeSpan.FromHours(25));
        var tomorrow = (await shop.Refund(order, Amount(1), shop.Support)).OrThrow();

        Assert.Equal(RefundState.AwaitingApproval, sixth.State);
        Assert.Equal(RefundState.Approved, tomorrow.State);
    }

    [Fact]
    public async Task Nobody_approves_what_they_asked_for_or_changed()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Desk", 1, 200_000));
        var refund = (await shop.Refund(order, Amount(150_000), shop.Manager)).OrThrow();
        Assert.Equal("You asked for this refund yourself; somebody else has to approve it.",
            Expect.Refused(await shop.Refunds().Approve(shop.Manager, refund.RefundId, 1)).Message);

        var edit = new EditRefund(Amount(160_000), Reason, null, Restock: false, Notify: false, ExpectedRevision: 1);
        (await shop.Refunds().Edit(shop.Support, refund.RefundId, edit)).OrThrow();
        Assert.Equal("You asked for this refund yourself; somebody else has to approve it.",
            Expect.Refused(await shop.Refunds().Approve(shop.Manager, refund.RefundId, 2)).Message);
    }

    [Fact]
    public async Task An_approval_is_for_the_revision_that_was_looked_at()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Desk", 1, 100_000));
        var refund = (await shop.Refund(order, Amount(20_000), shop.Support)).OrThrow();
        (await shop.Refunds().Edit(shop.Support, refund.RefundId, new EditRefund(Amount(30_000), Reason, "More", false, false, 1))).OrThrow();

        var stale = await shop.Refunds().Approve(shop.Manager, refund.RefundId, 1);
        var fresh = (await shop.Refunds().Approve(shop.Manager, refund.RefundId, 2)).OrThrow();
        var again = await shop.Refunds().Approve(shop.Owner, refund.RefundId, 2);

        Assert.Contains("€300.00", Expect.Stale(stale).Message, StringComparison.Ordinal);
        Assert.Equal(RefundState.Approved, fresh.State);
        Assert.Equal("Already approved by Mia Manager, just now.", Expect.Refused(again).Message);
    }

    [Fact]
    public async Task An_edit_after_the_approval_needs_a_new_one()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Desk", 1, 100_000));
        var refund = (await shop.Refund(order, Amount(20_000), shop.Support)).OrThrow();
        (await shop.Refunds().Approve(shop.Manager, refund.RefundId, 1)).OrThrow();

        var edited = (await shop.Refunds().Edit(shop.Support, refund.RefundId, new EditRefund(Amount(25_000), Reason, null, false, false, 1))).OrThrow();

        Assert.Equal((RefundState.AwaitingApproval, 2, 25_000), (edited.State, edited.Revision, edited.Amount.Minor));
        Assert.Null((await shop.Read(order.Id)).Refunds[0].ApprovedBy);
    }

    [Fact]
    public async Task What_waits_can_be_taken_up_again_as_it_was_decided()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Intake(Given.Line("Desk", 2, 20_000)) with { ShippingLine = new("Freight", 900), Totals = new(40_000, 0, 900, 0, 40_900), Payments = [new("stripe", "pi_1", "Visa ••4242", Captured: 40_900)] });
        var asked = new RequestRefund(Units(order, 1) with { Shipping = 500, Amount = 15_000, Fees = [new("Restocking", 700)] }, Reason, "Scratched", Restock: true, Notify: true);
        var refund = (await shop.Refunds().Request(shop.Support, order.Id, asked)).OrThrow();

        var chosen = (await shop.Refunds().Chosen(shop.Support, order.Id, refund.RefundId)).OrThrow();
        var again = (await shop.Refunds().Edit(shop.Support, refund.RefundId, chosen)).OrThrow();
        (await shop.Refunds().Cancel(shop.Support, refund.RefundId)).OrThrow();

        Assert.Equal((15_000, 500, 1, 700, "Scratched", true, true, 1), (
            chosen.Choice.Amount, chosen.Choice.Shipping, Assert.Single(chosen.Choice.Items).Quantity, Assert.Single(chosen.Choice.Fees).Amount, chosen.Note, chosen.Restock, chosen.Notify, chosen.ExpectedRevision));
        Assert.Equal((15_000, 2), (again.Amount.Minor, again.Revision));
        Assert.Equal("Already cancelled, just now.", Expect.Refused(await shop.Refunds().Chosen(shop.Support, order.Id, refund.RefundId)).Message);
        Expect.NotFound(await shop.Refunds().Chosen(shop.Kenji, order.Id, refund.RefundId));
    }

    [Fact]
    public async Task Declining_frees_money_and_items_and_writes_to_the_requester()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Desk", 2, 20_000));
        var refund = (await shop.Refund(order, Units(order, 1), shop.Support)).OrThrow();
        Assert.Equal((1, true), ((await shop.Read(order.Id)).Lines[0].Removed, (await shop.Read(order.Id)).RefundPending));

        (await shop.Refunds().Decline(shop.Manager, refund.RefundId, 1, "Ask for a photo first.")).OrThrow();

        var after = await shop.Read(order.Id);
        Assert.Equal((0, false), (after.Lines[0].Removed, after.RefundPending));
        Assert.Equal("Declined: Ask for a photo first.", after.Refunds[0].Sentence);
        Assert.Equal(1, shop.Count("mails"));
        Assert.Equal(order.Total(), (await shop.Quote(order, Amount(1))).MostRefundable.Minor);
    }

    [Fact]
    public async Task The_queue_shows_the_arithmetic_the_history_and_who_may()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Desk", 1, 100_000));
        (await shop.Refund(order, Amount(1000), shop.Support)).OrThrow();
        (await shop.Refund(order, Units(order, 1) with { Amount = 50_000 }, shop.Support)).OrThrow();

        var support = Assert.Single((await new RefundQueries(shop.Database).ReviewQueue(shop.Support)).OrThrow());
        var manager = Assert.Single((await new RefundQueries(shop.Database).ReviewQueue(shop.Manager)).OrThrow());

        Assert.Equal(["1 × Desk €1,000.00", "Less than the items come to"], manager.Parts.Select(part => part.Label));
        Assert.Equal("€500.00 to Visa ••4242", manager.To);
        Assert.Equal("€10.00", Assert.Single(manager.Earlier).Amount.ToString());
        Assert.Contains(RefundAct.Approve, manager.AllowedActions);
        Assert.DoesNotContain(RefundAct.Approve, support.AllowedActions);
        Assert.Equal("A manager approves refunds.", support.WhyNotYou);
        Assert.Equal(new RefundCounts(1, 0), await new RefundQueries(shop.Database).Counts(shop.Manager));
    }

    [Fact]
    public async Task Whoever_may_not_refund_is_told_and_a_foreign_site_looks_like_nothing()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Desk", 1, 100_000));
        var refund = (await shop.Refund(order, Amount(20_000), shop.Support)).OrThrow();

        Expect.Forbidden(await shop.Refund(order, Amount(1), shop.Ana));
        Expect.Forbidden(await shop.Refunds().Approve(shop.Support, refund.RefundId, 1));
        Expect.NotFound(await shop.Refund(order, Amount(1), shop.Kenji));
        Expect.NotFound(await shop.Refunds().Cancel(shop.Kenji, refund.RefundId));
    }

    [Fact]
    public async Task The_same_key_makes_one_refund()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Desk", 1, 100_000));

        var made = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => shop.Refund(order, Amount(100), key: "form-1")));

        Assert.Single(made.Select(each => each.OrThrow().RefundId).Distinct());
        Assert.Single((await shop.Read(order.Id)).Refunds);
    }

    [Fact]
    public async Task Fifty_staff_at_once_never_set_aside_more_than_was_captured()
    {
        await using var shop = await Given.Shop();
        var order = await shop.Order(Given.Line("Desk", 1, 1000));

        var made = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => shop.Refund(order, Amount(300))));

        Assert.Equal(3, made.Count(each => each.Problem is null));
        Assert.All(made.Where(each => each.Problem is not null), each => Assert.Equal("At most €1.00 can be refunded.", each.Problem!.Message));
    }
}
