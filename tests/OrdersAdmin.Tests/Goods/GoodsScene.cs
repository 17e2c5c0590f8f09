using System.Globalization;
using OrdersAdmin.Channels;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Refunds;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;
using OrdersAdmin.Tests.Exchanges;
using OrdersAdmin.Tests.Refunds;
using OrdersAdmin.Tests.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Goods;

/// <summary>One order of two lines, with variants of its own to exchange them for, and everything that people may try on it, through the workflows.</summary>
internal sealed class GoodsScene
{
    private static readonly int[] Ordered = [3, 2];

    private readonly Shop shop;
    private readonly Dictionary<int, (int Line, int Units)> removed = [];
    private int elsewhere;

    private GoodsScene(Shop shop, Id<Order> order, IReadOnlyList<Id<Variant>> variants) => (this.shop, Order, Variants) = (shop, order, variants);

    public Id<Order> Order { get; }

    public IReadOnlyList<Id<Variant>> Variants { get; }

    public GoodsModel Model { get; } = new();

    public static async Task<GoodsScene> Open(Shop shop, int number)
    {
        long[] prices = [1000, 1500, 700, 2000];
        var variants = new List<Id<Variant>>();
        foreach (var (price, i) in prices.Select((price, i) => (price, i)))
            variants.Add((await shop.Variant(string.Create(CultureInfo.InvariantCulture, $"S{number:000000}-{i}"), onHand: 3 + (i < Ordered.Length ? Ordered[i] : 0), price: price)).Id);
        var lines = new[] { Line("Red", Ordered[0], 1000, Sku(0)), Line("Blue", Ordered[1], 1500, Sku(1)) };
        var order = await shop.Order(Intake(lines) with { InventoryBehavior = InventoryBehavior.Deduct, Totals = new(6000, 600, 0, 540, 5940), Payments = [new("stripe", string.Create(CultureInfo.InvariantCulture, $"pi_goods{number}"), "Visa ••4242", Captured: 5940)] });
        var scene = new GoodsScene(shop, order.Id, variants);
        scene.Model.Order(0, Ordered[0]);
        scene.Model.Order(1, Ordered[1]);
        return scene;

        string Sku(int i) => string.Create(CultureInfo.InvariantCulture, $"S{number:000000}-{i}");
    }

    /// <summary>Tries it; true when it was accepted, and the model has followed.</summary>
    /// <param name="follow">False where others act at the same time, so that nobody knows what it was accepted on.</param>
    public async Task<bool> Try(Deed deed, bool follow = true)
    {
        var order = await shop.Read(Order);
        var (problem, then) = await Attempt(deed, order);
        if (problem is null && follow)
            then();
        return problem is null;
    }

    private Task<(Problem? Problem, Action Then)> Attempt(Deed deed, OrderView order) => deed.Act switch
    {
        Act.Ship or Act.CancelParcel or Act.CancelOrder or Act.Adjust => Goods(deed, order),
        Act.Announce or Act.Approve or Act.Reject or Act.CancelReturn or Act.Receive or Act.Inspect or Act.Close => Back(deed, order),
        Act.RefundUnits or Act.RefundReturn or Act.CancelRefund or Act.RefundElsewhere => Money(deed, order),
        _ => Instead(deed, order),
    };

    private async Task<(Problem?, Action)> Goods(Deed deed, OrderView order)
    {
        var line = Choose(deed, order.Lines, each => each.Left > 0);
        switch (deed.Act)
        {
            case Act.Ship:
                var parcel = deed.Units > 0 ? [(line, deed.Units)] : order.Lines.Select((each, i) => (i, each.Left)).Where(each => each.Left > 0).ToList();
                var items = deed.Units > 0 ? new List<FulfillItem> { new(order.Lines[line].Id, deed.Units) } : null;
                return ((await shop.Fulfillments.Fulfill(shop.Ana, Order, new FulfillItems("DHL", Items: items))).Problem, () => Model.Ship(parcel));
            case Act.CancelParcel:
                var which = Choose(deed, order.Fulfillments, each => each.AllowedActions.Contains(FulfillmentAction.Cancel));
                return ((await shop.Fulfillments.Cancel(shop.Ana, Order, order.Fulfillments.ElementAtOrDefault(which)?.Id ?? default, null)).Problem, () => Model.CancelParcel(which));
            case Act.CancelOrder:
                var cancelling = new OrderCancellationWorkflow(shop.Database, new StripeOptions { SecretKey = "sk_test_1", WebhookSecrets = ["whsec_1"] }, new RefundSignal(), shop.Clock);
                return ((await cancelling.Cancel(shop.Manager, Order, new CancelOrder("No longer wanted", Restock: true, Notify: false))).Problem, Model.CancelOrder);
            default:
                var (variant, units) = (deed.Which % Variants.Count, deed.How % 2 == 0 ? 1 : -1);
                return ((await shop.Stock().Adjust(shop.Manager, Variants[variant], new AdjustStock(units, "Counted"))).Problem, () => Model.Stock[variant].OnHand += units);
        }
    }

    private async Task<(Problem?, Action)> Back(Deed deed, OrderView order)
    {
        var returns = shop.Returns();
        if (deed.Act == Act.Announce)
        {
            var line = Choose(deed, order.Lines, each => each.Returnable > 0);
            var request = new RequestReturn([new(order.Lines[line].Id, deed.Units)], ReturnShop.Reason, Approve: deed.How % 2 == 0, Notify: false);
            return ((await returns.Request(shop.Support, Order, request)).Problem, () => Model.Announce(line, deed.Units));
        }
        var which = Choose(deed, order.Returns, each => each.AllowedActions.Contains(Enum.Parse<ReturnAct>(deed.Act == Act.CancelReturn ? "Cancel" : deed.Act.ToString())));
        var back = order.Returns.ElementAtOrDefault(which);
        var (id, item) = (back?.Id ?? default, back?.Lines[0].LineItemId ?? default);
        switch (deed.Act)
        {
            case Act.Approve:
                return ((await returns.Approve(shop.Support, id, new ApproveReturn(Notify: false))).Problem, () => { });
            case Act.Reject:
                return ((await returns.Reject(shop.Support, id, new RejectReturn("Worn"))).Problem, () => Model.Recall(which));
            case Act.CancelReturn:
                return ((await returns.Cancel(shop.Support, id, null)).Problem, () => Model.Recall(which));
            case Act.Receive:
                var missing = deed.How == 0 ? 1 : 0;
                Disposition? grade = deed.How > 3 ? Disposition.Restock : null;
                return ((await returns.Receive(shop.Ana, id, new ReceiveReturn([new(item, deed.Units, missing, grade)]))).Problem, () =>
                {
                    Model.Receive(which, deed.Units, missing);
                    if (grade is not null)
                        Model.Inspect(which, deed.Units, grade.Value);
                }
                );
            case Act.Inspect:
                var disposition = (Disposition)((deed.How % 4) + 1);
                return ((await returns.Inspect(shop.Ana, id, new InspectReturn([new(item, deed.Units, disposition)]))).Problem, () => Model.Inspect(which, deed.Units, disposition));
            default:
                return ((await returns.Close(shop.Support, id, null)).Problem, () => Model.Recall(which));
        }
    }

    private async Task<(Problem?, Action)> Instead(Deed deed, OrderView order)
    {
        var workflow = shop.Exchanges();
        if (deed.Act == Act.Exchange)
        {
            var (line, variant, approve) = (Choose(deed, order.Lines, each => each.Returnable > 0), deed.How % Variants.Count, deed.Which % 2 == 0);
            var request = new RequestExchange([new(order.Lines[line].Id, deed.Units, Variants[variant])], ReturnShop.Reason, Approve: approve, Notify: false);
            return ((await workflow.Request(shop.Support, Order, request)).Problem, () =>
            {
                Model.Exchange(line, deed.Units, variant);
                if (approve)
                    Model.ApproveExchange(order.Exchanges.Count);
            }
            );
        }
        var which = Choose(deed, order.Exchanges, each => each.AllowedActions.Contains(Enum.Parse<ExchangeAct>(deed.Act.ToString().Replace("Exchange", "", StringComparison.Ordinal))));
        var id = order.Exchanges.ElementAtOrDefault(which)?.Id ?? default;
        return deed.Act switch
        {
            Act.ApproveExchange => ((await workflow.Approve(shop.Support, id, new ApproveExchange(Notify: false))).Problem, () => Model.ApproveExchange(which)),
            Act.CancelExchange => ((await workflow.Cancel(shop.Support, id, null)).Problem, () => Model.CancelExchange(which)),
            Act.WaiveGoods => ((await workflow.WaiveGoods(shop.Manager, id, "Keep it", null)).Problem, () => Model.WaiveGoods(which)),
            Act.WaiveDifference => ((await workflow.WaiveDifference(shop.Manager, id, "Our mistake", null)).Problem, () => { }),
            _ => ((await workflow.RefundDifference(shop.Owner, id, null)).Problem, () => { }),
        };
    }

    private async Task<(Problem?, Action)> Money(Deed deed, OrderView order)
    {
        switch (deed.Act)
        {
            case Act.RefundUnits:
                var line = Choose(deed, order.Lines, _ => true);
                // Units that have not shipped will not; a replacement that waits or is on its way is not refunded before it is there.
                var unshipped = order.Lines[line].ReplacementOf is null ? Math.Min(deed.Units, order.Lines[line].Left) : 0;
                var choice = new RefundChoice { Items = [new(order.Lines[line].Id, deed.Units)] };
                return ((await shop.Refund(order, choice)).Problem, () =>
                {
                    Model.Move(line, Place.Unfulfilled, Place.Removed, unshipped);
                    removed[order.Refunds.Count] = (line, unshipped);
                }
                );
            case Act.RefundReturn:
                if (order.Returns.ElementAtOrDefault(Choose(deed, order.Returns, each => each.AllowedActions.Contains(ReturnAct.Refund))) is not { } back || !(await shop.ReturnQueries().ProposeRefund(shop.Support, back.Id)).TryGet(out var proposal, out _))
                    return (new Problem.NotFound("There is no such return."), () => { });
                return ((await shop.Refund(order, proposal.Choice)).Problem, () => { });
            case Act.CancelRefund:
                var refund = Choose(deed, order.Refunds, each => each.AllowedActions.Contains(RefundAct.Cancel));
                return ((await shop.Refunds().Cancel(shop.Owner, order.Refunds.ElementAtOrDefault(refund)?.Id ?? default)).Problem, () =>
                {
                    if (removed.Remove(refund, out var held))
                        Model.Move(held.Line, Place.Removed, Place.Unfulfilled, held.Units);
                }
                );
            default:
                return ((await RefundElsewhere(deed.Units == 0 ? long.MaxValue : deed.Units)).Problem, () => { });
        }
    }

    /// <summary>Mostly one of those for which it is offered; now and then any, or one that is not there.</summary>
    private static int Choose<T>(Deed deed, IReadOnlyList<T> all, Func<T, bool> offered)
    {
        var fitting = Enumerable.Range(0, all.Count).Where(i => offered(all[i])).ToList();
        return deed.How == 5 || fitting.Count == 0 ? deed.Which % Math.Max(1, all.Count) : fitting[deed.Which % fitting.Count];
    }

    /// <summary>As the provider would report a refund that was made in its dashboard.</summary>
    private Task<Result<Done>> RefundElsewhere(long atMost) => shop.Database.Write<Done>(async db =>
    {
        var found = (await db.FindOrder(Order, shop.Owner, Permission.ViewOrders)).OrThrow();
        var payment = found.Payments[0];
        var amount = Math.Min(atMost, payment.Available);
        if (amount == 0)
            return new Problem.Refused("Nothing is left.");
        var book = await RefundBook.Open(db, found);
        await book.Hear(
            new StripeRefund { Id = $"re_{Order}_{Interlocked.Increment(ref elsewhere)}", Amount = amount, Currency = "eur", Status = "succeeded", PaymentIntent = payment.IntentId, Created = shop.Clock.Now.ToUnixTimeSeconds() },
            payment, shop.Clock.Now);
        return new Done();
    });
}
