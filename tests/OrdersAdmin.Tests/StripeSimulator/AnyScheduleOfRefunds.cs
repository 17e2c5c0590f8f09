using FsCheck;
using FsCheck.Fluent;
using OrdersAdmin.StripeSimulator;
using OrdersAdmin.StripeSimulator.Api;
using OrdersAdmin.StripeSimulator.PaymentIntents;
using OrdersAdmin.StripeSimulator.Refunds;

namespace OrdersAdmin.Tests.StripeSimulator;

/// <summary>The simulator's own arithmetic under random commands: a peer that cannot add would prove nothing about us.</summary>
public sealed class AnyScheduleOfRefunds
{
    private static readonly string[] Starts = ["pending", "succeeded", "requires_action", "failed"];
    private static readonly string[] Statuses = ["pending", "succeeded", "requires_action", "failed", "canceled"];

    [Fact]
    public void Never_gives_back_more_than_was_captured_and_every_event_adds_up() =>
        Always.Holds(Command.ListOf(), commands =>
        {
            using var ledger = new Ledger(new StripeSimulatorOptions());
            ledger.Do(_ => ledger.Clock.Stop());
            ledger.Do(now => new Seeding(ledger).Seed([new SeededIntent { Id = "pi_x", Amount = 1000, Captured = 800, Currency = "eur" }], now));
            foreach (var (what, amount, which) in commands)
            {
                ledger.Do(now => Run(ledger, what, amount, which, now));
                Check(ledger);
            }

            ledger.Do(_ => ledger.Clock.Advance(TimeSpan.FromDays(60)));
            ledger.Do(_ => { });
            Check(ledger);
        });

    private static Gen<(int What, int Amount, int Which)> Command { get; } =
        from what in Gen.Choose(0, 9)
        from amount in Gen.Choose(1, 400)
        from which in Gen.Choose(0, 30)
        select (what, amount, which);

    private static void Run(Ledger ledger, int what, int amount, int which, DateTimeOffset now)
    {
        var existing = ledger.Refunds.All.ElementAtOrDefault(which);
        switch (what)
        {
            case <= 4:
                var left = ledger.Charges.Get("ch_x").Remaining;
                var taken = ledger.RefundDesk.Create(new NewRefund("pi_x", null, what == 0 ? null : amount, null, new MetadataChange(false, new Dictionary<string, string?>(StringComparer.Ordinal))), now);
                Assert.Equal(left > 0 && (what == 0 || amount <= left), taken.Value is not null);
                break;
            case 5:
                ledger.Fates.Order(new Fate { Start = Starts[which % 4], End = Starts[which % 4] == "pending" ? "succeeded" : null, AfterSeconds = amount });
                break;
            case 6:
                ledger.Fates.Order(new Fate { AfterSeconds = amount, FailsLaterSeconds = which * 86_400 });
                break;
            case 7:
                ledger.Clock.Advance(TimeSpan.FromMinutes(amount));
                break;
            case 8 when existing is not null:
                ledger.RefundDesk.Move(existing, Statuses[amount % 5], amount % 5 == 3 ? "declined" : null, now);
                break;
            case 9 when existing is not null:
                Assert.Equal(existing.Status == "requires_action", ledger.RefundDesk.Cancel(existing, now).Value is not null);
                break;
        }
    }

    private static void Check(Ledger ledger)
    {
        var charge = ledger.Charges.Get("ch_x");
        var held = ledger.Refunds.All.Where(refund => refund.Status is not ("failed" or "canceled")).Sum(refund => refund.Amount);
        Assert.InRange(held, 0, charge.AmountCaptured);
        Assert.Equal(held, charge.AmountRefunded);

        // The last word of the events on each refund is the refund itself: nothing changes unheard.
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var subject in ledger.Events.All.All.Where(told => told.Type.StartsWith("refund.", StringComparison.Ordinal)).Select(told => told.ToJson()["data"]!["object"]!))
            told[(string)subject["id"]!] = (string)subject["status"]!;
        Assert.All(ledger.Refunds.All, refund => Assert.Equal(refund.Status, told[refund.Id]));
    }
}
