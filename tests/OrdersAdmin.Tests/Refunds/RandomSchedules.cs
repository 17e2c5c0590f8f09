using System.Globalization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Refunds;

namespace OrdersAdmin.Tests.Refunds;

/// <summary>
/// People, workers, faults, lost webhooks, crashes and time in a random order; after each step the books hold, and in the end they are what a pure model says.
/// REFUND_SCHEDULES sets how many schedules run (100000 is the full proof), REFUND_SEED repeats a run.
/// </summary>
public sealed class RandomSchedules
{
    private const int Everyday = 30;
    private const int Steps = 14;
    private const int InOneShop = 10;
    private const long Captured = 10_000;

    private static readonly string[] Faults = ["drop_before", "drop_after", "status_409", "status_429", "status_503", "status_500_before", "status_500_after", "status_401"];

    [Fact]
    public async Task End_in_books_that_agree_with_Stripe_and_with_the_model()
    {
        var schedules = Setting("REFUND_SCHEDULES") ?? Everyday;
        var seed = Setting("REFUND_SEED") ?? Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"REFUND_SCHEDULES={schedules} REFUND_SEED={seed}"));

        for (var first = 0; first < schedules; first += InOneShop)
        {
            await using var till = await Till.Open();
            await till.ListenToWebhooks();
            for (var i = first; i < Math.Min(first + InOneShop, schedules); i++)
            {
                try
                {
                    await Run(till, new Random(unchecked(seed + i)));
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"REFUND_SEED={unchecked(seed + i)} REFUND_SCHEDULES=1 repeats it."), e);
                }
            }
        }
    }

    private static async Task Run(Till till, Random random)
    {
        var order = random.Next(3) == 0 ? await till.Order(0, "EUR", 3333, 3333, 3334) : await till.Order(Captured);
        var model = new Model();
        for (var step = 0; step < Steps; step++)
        {
            await Step(till, order, model, random);
            await till.Holds(againstPeer: false);
        }
        await Settle(till);
        await till.Holds();
        await model.Agrees(till, order);
    }

    private static async Task Step(Till till, OrderView order, Model model, Random random)
    {
        var refunds = (await till.Shop.Read(order.Id)).Refunds;
        var any = refunds.Count > 0 ? refunds[random.Next(refunds.Count)] : null;
        switch (random.Next(14))
        {
            case 0 or 1 or 2:
                var asked = await till.Refunds.Request(random.Next(2) == 0 ? till.Shop.Support : till.Shop.Owner, order.Id, new RequestRefund(RefundShop.Amount(random.Next(1, 11_000)), RefundShop.Reason));
                if (asked.TryGet(out var made, out _))
                    model.Requested(made);
                break;
            case 3 when any is not null:
                await till.Refunds.Approve(till.Shop.Manager, any.Id, any.Revision);
                break;
            case 4 when any is not null && random.Next(2) == 0:
                await till.Refunds.Decline(till.Shop.Manager, any.Id, any.Revision, "No.");
                break;
            case 4 when any is not null:
                await till.Refunds.Cancel(till.Shop.Owner, any.Id);
                break;
            case 5 when any is not null:
                await till.Refunds.Edit(till.Shop.Support, any.Id, new EditRefund(RefundShop.Amount(random.Next(1, 11_000)), RefundShop.Reason, null, Restock: false, Notify: false, ExpectedRevision: any.Revision));
                break;
            case 6 when any is not null:
                await till.Refunds.Retry(till.Shop.Owner, any.Id);
                break;
            case 7:
                await till.Fault(Faults[random.Next(Faults.Length)], random.Next(1, 5));
                break;
            case 8:
                var later = random.Next(3) == 0 ? FormattableString.Invariant($",\"fails_later_seconds\":{random.Next(1, 800_000)}") : "";
                await till.Simulator.Control("fates", $$"""{"after_seconds":{{random.Next(100_000)}},"end":"{{(later.Length > 0 || random.Next(2) == 0 ? "succeeded" : "failed")}}"{{later}}}""");
                break;
            case 9:
                await till.Simulator.Control("webhooks/mischief", random.Next(3) switch { 0 => """{"lose":true}""", 1 => """{"twins":true,"duplicates":1}""", _ => "{}" });
                break;
            case 10 when random.Next(2) == 0:
                try
                {
                    await till.Simulator.Refund(await till.Intent(order), random.Next(1, 3000));
                }
                catch (HttpRequestException)
                {
                    // A fault that was meant for us struck the dashboard.
                    break;
                }
                break;
            case 10:
                till.Restart();
                break;
            case 11:
                await till.Pass(TimeSpan.FromMinutes(random.Next(1, 2000)));
                await till.Work();
                break;
            default:
                await till.Work();
                break;
        }
    }

    /// <summary>The faults end, time passes, everybody does their work.</summary>
    private static async Task Settle(Till till)
    {
        await till.Simulator.Control("faults/clear");
        await till.Simulator.Control("webhooks/mischief");
        for (var round = 0; round < 8; round++)
        {
            await till.PassWorking(TimeSpan.FromHours(26), TimeSpan.FromHours(13));
            await till.PassWorking(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(6));
            if (round > 1 && !await till.Shop.Database.Read(db => Task.FromResult(db.RefundAttempts.Any(attempt => attempt.Outcome == null))))
                break;
        }
        await till.PassWorking(TimeSpan.FromDays(11), TimeSpan.FromDays(2));
        await till.Sweep.Run(CancellationToken.None);
        await till.Work();
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>What must come out, whatever happened in between: Stripe's succeeded refunds are what is refunded, what waits is set aside, and no request exists twice.</summary>
    private sealed class Model
    {
        private readonly HashSet<Id<Refund>> requested = [];

        public void Requested(RefundMade made) => Assert.True(requested.Add(made.RefundId));

        public async Task Agrees(Till till, OrderView order)
        {
            var peers = await till.RefundsAtStripe(order);
            var (refunds, payments) = await till.Shop.Database.Read(db => Task.FromResult((
                db.Refunds.Where(refund => refund.OrderId == order.Id).ToList(), db.Set<Payment>().Where(payment => payment.OrderId == order.Id).ToList())));

            Assert.Equal(peers.Where(peer => peer.Status == "succeeded").Sum(peer => peer.Amount), payments.Sum(payment => payment.Refunded));
            Assert.Equal(
                refunds.Where(refund => refund.State is RefundState.AwaitingApproval or RefundState.Approved).Sum(refund => refund.Amount),
                payments.Sum(payment => payment.Reserved) - peers.Where(peer => peer.Status == "pending").Sum(peer => peer.Amount));
            Assert.All(requested, id => Assert.Contains(refunds, refund => refund.Id == id));
            Assert.All(peers.Where(peer => peer.OurId is not null), peer => Assert.Equal(refunds.Single(refund => refund.Id.ToString() == peer.OurId).Amount, peer.Amount));
            Assert.DoesNotContain(refunds, refund => refund.State is RefundState.Sending or RefundState.Unknown);
            Assert.True(peers.Where(peer => peer.Status is not ("failed" or "canceled")).Sum(peer => peer.Amount) <= payments.Sum(payment => payment.Captured));
        }
    }
}
