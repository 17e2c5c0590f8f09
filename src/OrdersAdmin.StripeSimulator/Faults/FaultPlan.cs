using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Faults;

/// <summary>The faults still to strike, in the order they were asked for.</summary>
internal sealed class FaultPlan
{
    private readonly List<Planned> plan = [];
    private readonly Bell release = new();

    public IEnumerable<object> Left => plan.Select(planned => new { planned.Order, left = planned.Left, let_pass = planned.Skip });

    public void Add(FaultOrder order) => plan.Add(new Planned(order) { Left = order.Count, Skip = order.Skip });

    /// <summary>The first fault that strikes this request at this moment, counted down; null mostly.</summary>
    public Fault? Take(StripeRequest request, FaultMoment moment)
    {
        foreach (var planned in plan)
        {
            if (MomentOf(planned.Order) != moment || !planned.Order.Match.Holds(request))
                continue;
            if (planned.Skip > 0)
            {
                planned.Skip--;
                continue;
            }

            if (--planned.Left == 0)
                plan.Remove(planned);
            return new Fault(planned.Order, release.Next);
        }

        return null;
    }

    public void Release() => release.Ring();

    public void Clear()
    {
        plan.Clear();
        Release();
    }

    private static FaultMoment MomentOf(FaultOrder order) => order.Fault switch
    {
        FaultKind.DropAfter => FaultMoment.Answer,
        FaultKind.Delay or FaultKind.Hold or FaultKind.Status500After => FaultMoment.Execution,
        FaultKind.Status500Before => order.ExecutionBegan ? FaultMoment.Execution : FaultMoment.Arrival,
        _ => FaultMoment.Arrival,
    };

    private sealed class Planned(FaultOrder order)
    {
        public FaultOrder Order => order;

        public int Left { get; set; }

        public int Skip { get; set; }
    }
}
