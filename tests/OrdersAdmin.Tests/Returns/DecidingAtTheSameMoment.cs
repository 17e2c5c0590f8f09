using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Returns;

public sealed class DecidingAtTheSameMoment
{
    [Fact]
    public async Task One_of_many_approves_and_the_others_hear_who_it_was()
    {
        await using var shop = await Shop();
        var back = await shop.Announced(await shop.Shipped(Line("Mug", 1)), 1);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.Returns().Approve(i % 2 == 0 ? shop.Support : shop.Manager, back.Id, new ApproveReturn(ExpectedVersion: back.Version))));

        Assert.Single(results, result => result.Problem is null);
        var first = (await shop.Read(back.Id)).ApprovedBy;
        Assert.All(results.Where(result => result.Problem is not null), result => Assert.Equal($"{first} approved it just now; nothing of it has come yet.", Expect.Refused(result).Message));
        Assert.Single(await shop.Mails());
    }

    [Fact]
    public async Task Who_rejects_while_another_approves_hears_of_it()
    {
        await using var shop = await Shop();
        var back = await shop.Announced(await shop.Shipped(Line("Mug", 1)), 1);

        var approve = shop.Returns().Approve(shop.Manager, back.Id, new ApproveReturn(ExpectedVersion: back.Version));
        var reject = shop.Returns().Reject(shop.Support, back.Id, new RejectReturn("Worn", ExpectedVersion: back.Version));
        var problems = new[] { (await approve).Problem, (await reject).Problem };

        var refused = Assert.IsType<Problem.Refused>(Assert.Single(problems, problem => problem is not null));
        Assert.Contains((await shop.Read(back.Id)).Status == ReturnStatus.Approved ? "Mia Manager approved it" : "Sam Support rejected it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_announcements_never_announce_more_than_the_customer_has()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 7));

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => shop.Returns().Request(shop.Support, order.Id, ReturnShop.Request(order, 1))));

        Assert.Equal(7, results.Count(result => result.Problem is null));
        Assert.Equal((7, 0), ((await shop.Read(order.Id)).Lines[0].Announced, (await shop.Read(order.Id)).Lines[0].Returnable));
    }

    [Fact]
    public async Task Decides_on_what_was_seen_or_says_what_it_is_now()
    {
        await using var shop = await Shop();
        var back = await shop.Approved(await shop.Shipped(Line("Mug", 3)), 3);
        await shop.Receive(back, 1);

        var late = await shop.Returns().Receive(shop.Ben, back.Id, new ReceiveReturn(ReturnShop.Items(back, 1), ExpectedVersion: back.Version));

        Assert.Equal($"{back.Rma} changed while you were looking: 2 of 3 items are still expected, 1 item waits for an inspection. Look at it again.", Expect.Stale(late).Message);
    }
}
