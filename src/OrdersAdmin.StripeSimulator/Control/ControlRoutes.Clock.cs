namespace OrdersAdmin.StripeSimulator.Control;

internal sealed partial class ControlRoutes
{
    private void MapClock()
    {
        Get("/_control/clock", _ => ShowClock());
        Post<ClockChange>("/_control/clock", (change, _) =>
        {
            if (change.AdvanceSeconds is < 0 or > 1e9)
                return Told.No("The clock only goes forward.");
            ledger.Do(_ =>
            {
                if (change.Stopped == true)
                    ledger.Clock.Stop();
                else if (change.Stopped == false)
                    ledger.Clock.Go();
                ledger.Clock.Advance(TimeSpan.FromSeconds(change.AdvanceSeconds));
            });

            // A second look at once: what the advance has made due happens before this is answered.
            return Told.Of(ShowClock());
        });
    }

    private ClockState ShowClock() => ledger.Do(now => new ClockState(now.ToUnixTimeSeconds(), ledger.Clock.IsStopped, ledger.Clock.Ahead.TotalSeconds));

    private sealed record ClockState(long Now, bool Stopped, double AheadSeconds);

    private sealed record ClockChange
    {
        public double AdvanceSeconds { get; init; }

        /// <summary>True stops the clock where it is, false lets it run on from there.</summary>
        public bool? Stopped { get; init; }
    }
}
