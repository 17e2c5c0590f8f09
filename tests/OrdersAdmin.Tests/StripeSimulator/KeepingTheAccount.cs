using OrdersAdmin.StripeSimulator;
using OrdersAdmin.StripeSimulator.Refunds;

namespace OrdersAdmin.Tests.StripeSimulator;

public sealed class KeepingTheAccount
{
    [Fact]
    public async Task In_a_file_survives_the_process()
    {
        using var folder = new TemporaryFolder();
        Reply refund;
        await using (var stripe = await Simulator.Start(Options(folder)))
        {
            refund = await stripe.Refund(await stripe.Payment(1000), 300, "k");
            await stripe.Refund("pi_test1", 200);
        }

        await using var again = await Simulator.Start(Options(folder));

        Assert.Equal(refund.Raw, (await again.Get("/v1/refunds/" + refund.Id)).Raw);
        Assert.Equal(500, (await again.ChargeOf("pi_test1")).Number("amount_refunded"));
        var replay = await again.Refund("pi_test1", 300, "k");
        Assert.Equal((true, refund.Raw), (replay.IsReplay, replay.Raw));
        Assert.Equal(400, (await again.Refund("pi_test1", 501)).Status);
        Assert.Equal(4, (await again.Get("/v1/events")).Ids.Count);
        await again.Advance(TimeSpan.FromHours(1));
        Assert.Equal("succeeded", (await again.Get("/v1/refunds/" + refund.Id)).Text("status"));
    }

    [Fact]
    public async Task Loses_nothing_when_the_process_is_killed_in_the_middle_of_a_line()
    {
        using var folder = new TemporaryFolder();
        var copy = Path.Combine(folder.Path, "copy.jsonl");
        await using (var stripe = await Simulator.Start(Options(folder)))
        {
            await stripe.Refund(await stripe.Payment(1000), 300, "k");
            File.Copy(Options(folder).StateFile!, copy);
        }

        await File.AppendAllTextAsync(copy, """{"Refund":{"Id":"re_tor""", TestContext.Current.CancellationToken);
        await using var again = await Simulator.Start(Options(folder) with { StateFile = copy });

        Assert.Equal(300, (await again.ChargeOf("pi_test1")).Number("amount_refunded"));
        Assert.True((await again.Refund("pi_test1", 300, "k")).IsReplay);
    }

    [Fact]
    public async Task Refuses_a_file_that_is_broken_in_the_middle_and_one_in_use()
    {
        using var folder = new TemporaryFolder();
        var broken = Path.Combine(folder.Path, "broken.jsonl");
        await File.WriteAllLinesAsync(broken, ["{}", "nonsense", "{}"], TestContext.Current.CancellationToken);

        Assert.Throws<InvalidDataException>(() => StripeSimulatorHost.Build(Options(folder) with { StateFile = broken }));
        await using var stripe = await Simulator.Start(Options(folder));
        Assert.Throws<IOException>(() => StripeSimulatorHost.Build(Options(folder)));
    }

    [Fact]
    public async Task Starts_afresh_after_a_reset()
    {
        using var folder = new TemporaryFolder();
        await using (var stripe = await Simulator.Start(Options(folder)))
        {
            await stripe.Refund(await stripe.Payment(), 100, "k");
            await stripe.Control("reset");
            Assert.Equal(404, (await stripe.ChargeOf("pi_test1")).Status);
            Assert.Empty((await stripe.Get("/v1/refunds")).Ids);
            await stripe.Payment();
            Assert.False((await stripe.Refund("pi_test2", 100, "k")).IsReplay);
        }

        await using var again = await Simulator.Start(Options(folder));
        Assert.Equal((404, 200), ((await again.ChargeOf("pi_test1")).Status, (await again.ChargeOf("pi_test2")).Status));
    }

    private static StripeSimulatorOptions Options(TemporaryFolder folder) => new()
    {
        Url = "http://127.0.0.1:0",
        StateFile = Path.Combine(folder.Path, "stripe", "account.jsonl"),
        Refunds = new RefundBehavior { AfterSeconds = 600 },
    };
}
