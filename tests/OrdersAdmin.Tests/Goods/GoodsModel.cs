using OrdersAdmin.Returns;

namespace OrdersAdmin.Tests.Goods;

/// <summary>Where a unit is; nowhere else, and never in two places.</summary>
internal enum Place
{
    Unfulfilled,
    Shipped,
    Removed,
    Announced,
    Received,
    Kept,
}

/// <summary>Every unit of an order and every figure of its variants after what was accepted, said once more without the product's code. What cannot be is a failure of whoever accepted it.</summary>
internal sealed class GoodsModel
{
    private readonly List<List<(int Line, int Units)>> parcels = [];
    private readonly List<ModelReturn> returns = [];
    private readonly List<ModelExchange> exchanges = [];

    public List<ModelLine> Lines { get; } = [];

    public ModelStock[] Stock { get; } = [new(), new(), new(), new()];

    public void Order(int variant, int units) => Lines.Add(new ModelLine(variant, units, Replacement: false));

    public void Ship(IReadOnlyList<(int Line, int Units)> parcel)
    {
        foreach (var (line, units) in parcel)
        {
            Move(line, Place.Unfulfilled, Place.Shipped, units);
            Leave(line, units);
        }
        parcels.Add([.. parcel]);
    }

    public void CancelParcel(int parcel)
    {
        foreach (var (line, units) in parcels[parcel])
        {
            Move(line, Place.Shipped, Place.Unfulfilled, units);
            Leave(line, -units);
        }
        parcels[parcel].Clear();
    }

    public void Announce(int line, int units)
    {
        Move(line, Place.Shipped, Place.Announced, units);
        returns.Add(new ModelReturn(line, units));
    }

    /// <summary>Nothing more of it is expected.</summary>
    public void Recall(int which)
    {
        Move(returns[which].Line, Place.Announced, Place.Shipped, returns[which].Outstanding);
        returns[which].Outstanding = 0;
    }

    public void Receive(int which, int units, int missing)
    {
        var back = returns[which];
        Move(back.Line, Place.Announced, Place.Received, units);
        Move(back.Line, Place.Announced, Place.Shipped, missing);
        (back.Outstanding, back.Received, back.Opened) = (back.Outstanding - units - missing, back.Received + units, true);
    }

    public void Inspect(int which, int units, Disposition disposition)
    {
        var back = returns[which];
        var stock = Stock[Lines[back.Line].Variant];
        if (disposition == Disposition.Missing)
        {
            Move(back.Line, Place.Received, Place.Shipped, units);
            back.Received -= units;
        }
        stock.OnHand += disposition == Disposition.Restock ? units : 0;
        stock.Quarantined += disposition == Disposition.Quarantine ? units : 0;
    }

    public int Outstanding(int which) => returns[which].Outstanding;

    public void Exchange(int line, int units, int variant)
    {
        Announce(line, units);
        exchanges.Add(new ModelExchange(returns.Count - 1, units, variant));
    }

    public void ApproveExchange(int which)
    {
        var exchange = exchanges[which];
        Lines.Add(new ModelLine(exchange.Variant, exchange.Units, Replacement: true));
        exchange.Replacement = Lines.Count - 1;
        Stock[exchange.Variant].Reserved += exchange.Units;
    }

    public void CancelExchange(int which)
    {
        var exchange = exchanges[which];
        if (!returns[exchange.Goods].Opened)
            Recall(exchange.Goods);
        if (exchange.Replacement is not { } line)
            return;
        Move(line, Place.Unfulfilled, Place.Removed, exchange.Units);
        Stock[exchange.Variant].Reserved -= exchange.Units;
        Move(returns[exchange.Goods].Line, Place.Kept, Place.Shipped, exchange.Kept);
        exchange.Kept = 0;
    }

    public void WaiveGoods(int which)
    {
        var exchange = exchanges[which];
        var back = returns[exchange.Goods];
        Recall(exchange.Goods);
        exchange.Kept = Math.Min(back.Expected - back.Received, Lines[back.Line][Place.Shipped]);
        Move(back.Line, Place.Shipped, Place.Kept, exchange.Kept);
    }

    /// <summary>What has not shipped never will; what had come from the shelf is there again.</summary>
    public void CancelOrder()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            Stock[Lines[i].Variant].OnHand += Lines[i][Place.Unfulfilled];
            Move(i, Place.Unfulfilled, Place.Removed, Lines[i][Place.Unfulfilled]);
        }
    }

    public void Move(int line, Place from, Place to, int units)
    {
        Assert.True(units >= 0 && Lines[line][from] >= units, $"{units} of line {line} were moved from {from} to {to}, where {Lines[line][from]} are.");
        Lines[line][from] -= units;
        Lines[line][to] += units;
    }

    private void Leave(int line, int units)
    {
        if (!Lines[line].Replacement)
            return;
        Stock[Lines[line].Variant].OnHand -= units;
        Stock[Lines[line].Variant].Reserved -= units;
    }

    private sealed record ModelReturn(int Line, int Expected)
    {
        public int Outstanding { get; set; } = Expected;

        public int Received { get; set; }

        public bool Opened { get; set; }
    }

    private sealed record ModelExchange(int Goods, int Units, int Variant)
    {
        public int? Replacement { get; set; }

        public int Kept { get; set; }
    }
}

internal sealed record ModelLine(int Variant, int Units, bool Replacement)
{
    private readonly int[] places = [Units, 0, 0, 0, 0, 0];

    public int this[Place place]
    {
        get => places[(int)place];
        set => places[(int)place] = value;
    }
}

internal sealed class ModelStock
{
    public int OnHand { get; set; } = 3;

    public int Reserved { get; set; }

    public int Quarantined { get; set; }
}
