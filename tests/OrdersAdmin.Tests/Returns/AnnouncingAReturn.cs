using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Returns;

public sealed class AnnouncingAReturn
{
    [Fact]
    public async Task Takes_shipped_units_and_leaves_the_order_as_it_was()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 3), Line("Bowl", 1));

        var made = (await shop.Returns().Request(shop.Support, order.Id, ReturnShop.Request(order, 2, 1) with { Note = " Called twice. ", ExpectedVersion = order.Version })).OrThrow();

        var back = await shop.Read(made.ReturnId);
        var after = await shop.Read(order.Id);
        Assert.Equal((ReturnStatus.Requested, null, "Called twice.", "Sam Support"), (back.Status, back.Rma, back.Note, back.RequestedBy));
        Assert.Equal([("Mug", 2, 2), ("Bowl", 1, 1)], back.Lines.Select(line => (line.Name, line.Expected, line.Outstanding)));
        Assert.Equal((OrderStatus.Fulfilled, order.Version + 1), (after.Status, after.Version));
        Assert.Equal([(2, 1), (1, 0)], after.Lines.Select(line => (line.Announced, line.Returnable)));
        Assert.Equal("return.requested", (await shop.EventsOf(order.Id))[^1].Type);
        Assert.Equal($"announced the return of 3 items: {ReturnShop.Reason}", after.Timeline[0].Summary);
    }

    [Fact]
    public async Task Refuses_what_is_not_with_the_customer()
    {
        await using var shop = await Shop();
        var order = await shop.Ship(await shop.Order(Line("Mug", 3), Line("Bowl", 1), Digital("Gift card", 1)), 2);
        await shop.AllBack(order, 1);
        await shop.Announced(order, 1);

        var none = await shop.Returns().Request(shop.Support, order.Id, ReturnShop.Request(order, 1, 1, 1));
        var unshipped = await shop.Returns().Request(shop.Support, order.Id, ReturnShop.Request(order, 0, 1));

        Assert.Equal(["items[0].quantity", "items[1].quantity", "items[2].quantity"], Expect.InvalidFields(none));
        Assert.Equal("Bowl has not shipped yet.", Expect.Invalid(unshipped, "items[0].quantity"));
    }

    [Fact]
    public async Task Refuses_more_than_there_is_and_names_every_wrong_field()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 2));
        var before = shop.AllRows();
        var line = order.Lines[0].Id;

        var tooMany = await shop.Returns().Request(shop.Support, order.Id, ReturnShop.Request(order, 3));
        var wrong = await shop.Returns().Request(shop.Support, order.Id, new RequestReturn([new(line, 0), new(line, 1), new(default, 1)], "No such reason", new string('n', 2001)));
        var nothing = await shop.Returns().Request(shop.Support, order.Id, new RequestReturn([], ReturnShop.Reason));

        Assert.Equal("Only 2 of Mug can come back.", Expect.Invalid(tooMany, "items[0].quantity"));
        Assert.Equal(["items[0].quantity", "items[1].line_item_id", "items[2].line_item_id", "note", "reason"], Expect.InvalidFields(wrong).Order(StringComparer.Ordinal));
        Expect.Invalid(nothing, "items");
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task Counts_a_key_once_and_hears_of_what_changed_meanwhile()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 3));
        var command = ReturnShop.Request(order, 1) with { RequestKey = "form-1", ExpectedVersion = order.Version };

        var (first, again) = (await shop.Returns().Request(shop.Support, order.Id, command), await shop.Returns().Request(shop.Support, order.Id, command));
        var late = await shop.Returns().Request(shop.Support, order.Id, command with { RequestKey = "form-2" });

        Assert.Equal(first.OrThrow(), again.OrThrow());
        Assert.Contains("Sam Support announced the return of 1 item", Expect.Stale(late).Message, StringComparison.Ordinal);
        Assert.Single((await shop.Read(order.Id)).Returns);
    }

    [Fact]
    public async Task Approves_in_the_same_act_and_writes_the_number_to_the_buyer()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 3));

        var first = await shop.Approved(order, 1);
        var second = await shop.Approved(order, 1);

        Assert.Equal(($"RMA-{order.Number}-1", $"RMA-{order.Number}-2"), (first.Rma, second.Rma));
        Assert.Equal(["order.created", "order.fulfilled", "return.requested", "return.approved", "return.requested", "return.approved"], (await shop.EventsOf(order.Id)).Select(each => each.Type));
        var letter = (await shop.Mails()).Single(mail => mail.Subject == $"Your return {first.Rma} to Acme Outdoor");
        Assert.Equal("zoe@example.com", letter.To);
        Assert.Contains("1 x Mug", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_to_nobody_about_a_test_order_or_when_told_not_to()
    {
        await using var shop = await Shop();
        var test = await shop.Ship(await shop.Order(Intake(Line("Mug", 1)) with { TestMode = true }));
        var quiet = await shop.Shipped(Line("Mug", 1));

        await shop.Approved(test, 1);
        (await shop.Returns().Request(shop.Support, quiet.Id, ReturnShop.Request(quiet, 1) with { Approve = true, Notify = false })).OrThrow();

        Assert.Empty(await shop.Mails());
    }

    [Fact]
    public async Task Rejects_with_a_reason_for_staff_and_a_sentence_for_the_buyer()
    {
        await using var shop = await Shop();
        var back = await shop.Announced(await shop.Shipped(Line("Mug", 1)), 1);

        var silent = await shop.Returns().Reject(shop.Support, back.Id, new RejectReturn(" "));
        (await shop.Returns().Reject(shop.Support, back.Id, new RejectReturn("Third time this month", "Used mugs cannot come back."))).OrThrow();

        Expect.Invalid(silent, "reason");
        var rejected = await shop.Read(back.Id);
        Assert.Equal((ReturnStatus.Rejected, "Rejected: Third time this month"), (rejected.Status, rejected.Sentence));
        var letter = Assert.Single(await shop.Mails());
        Assert.Contains("Used mugs cannot come back.", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Third time", letter.Body, StringComparison.Ordinal);
        Assert.Equal((0, 1), ((await shop.Read(back.OrderId)).Lines[0].Announced, (await shop.Read(back.OrderId)).Lines[0].Returnable));
    }

    [Fact]
    public async Task Is_for_support_and_receiving_for_the_warehouse_on_their_own_sites()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 2));
        var back = await shop.Approved(order, 1);

        Expect.Forbidden(await shop.Returns().Request(shop.Ana, order.Id, ReturnShop.Request(order, 1)));
        Expect.Forbidden(await shop.Returns().Cancel(shop.Ana, back.Id, null));
        Expect.NotFound(await shop.Returns().Receive(shop.Kenji, back.Id, new ReceiveReturn()));
        Expect.NotFound(await shop.ReturnQueries().Get(shop.Kenji, back.Id));
        (await shop.Returns().Receive(shop.Ana, back.Id, new ReceiveReturn())).OrThrow();
    }

    [Fact]
    public async Task Keeps_the_fulfillment_from_being_cancelled()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 2));
        var back = await shop.Announced(order, 1);

        var refused = await shop.Fulfillments.Cancel(shop.Ana, order.Id, order.Fulfillments[0].Id, null);
        (await shop.Returns().Cancel(shop.Support, back.Id, back.Version)).OrThrow();

        Assert.Contains("A return", Expect.Refused(refused).Message, StringComparison.Ordinal);
        (await shop.Fulfillments.Cancel(shop.Ana, order.Id, order.Fulfillments[0].Id, null)).OrThrow();
    }
}
