using System.Globalization;
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
            variants.Add((await shop.Variant(string.Create(CultureInfo.InvariantCulture, $"S{number:000000}-{i}"), onHand: 3, price: price)).Id);
        var lines = new[] { Line("Red", 3, 1000, Sku(0)), Line("Blue", 2, 1500, Sku(1)) };
        var order = await shop.Order(Intake(lines) with { Totals = new(6000, 600, 0, 540, 5940), Payments = [new("stripe", string.Create(CultureInfo.InvariantCulture, $"pi_goods{number}"), "Visa ••4242", Captured: 5940)] });
        var scene = new GoodsScene(shop, order.Id, variants);
        scene.Model.Order(0, 3);
        scene.Model.Order(1, 2);
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
        var line = deed.Which % order.Lines.Count;
        switch (deed.Act)
        {
            case Act.Ship:
                return ((await shop.Fulfillments.Fulfill(shop.Ana, Order, new FulfillItems("DHL", Items: [new(order.Lines[line].Id, deed.Units)]))).Problem, () => Model.Ship(line, deed.Units));
            case Act.CancelParcel:
                var parcel = order.Fulfillments.ElementAtOrDefault(deed.Which);
                return ((await shop.Fulfillments.Cancel(shop.Ana, Order, parcel?.Id ?? default, null)).Problem, () => Model.CancelParcel(deed.Which));
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
            var line = deed.Which % order.Lines.Count;
            var request = new RequestReturn([new(order.Lines[line].Id, deed.Units)], ReturnShop.Reason, Approve: deed.How % 2 == 0, Notify: false);
            return ((await returns.Request(shop.Support, Order, request)).Problem, () => Model.Announce(line, deed.Units));
        }
        var back = order.Returns.ElementAtOrDefault(deed.Which);
        var (id, item) = (back?.Id ?? default, back?.Lines[0].LineItemId ?? default);
        switch (deed.Act)
        {
            case Act.Approve:
                return ((await returns.Approve(shop.Support, id, new ApproveReturn(Notify: false))).Problem, () => { });
            case Act.Reject:
                return ((await returns.Reject(shop.Support, id, new RejectReturn("Worn"))).Problem, () => Model.Recall(deed.Which));
            case Act.CancelReturn:
                return ((await returns.Cancel(shop.Support, id, null)).Problem, () => Model.Recall(deed.Which));
            case Act.Receive:
                var missing = deed.How == 0 ? 1 : 0;
                Disposition? grade = deed.How > 3 ? Disposition.Restock : null;
                return ((await returns.Receive(shop.Ana, id, new ReceiveReturn([new(item, deed.Units, missing, grade)]))).Problem, () =>
                {
                    Model.Receive(deed.Which, deed.Units, missing);
                    if (grade is not null)
                        Model.Inspect(deed.Which, deed.Units, grade.Value);
                }
                );
            case Act.Inspect:
                var disposition = (Disposition)((deed.How % 4) + 1);
                return ((await returns.Inspect(shop.Ana, id, new InspectReturn([new(item, deed.Units, disposition)]))).Problem, () => Model.Inspect(deed.Which, deed.Units, disposition));
            default:
                return ((await returns.Close(shop.Support, id, null)).Problem, () => Model.Recall(deed.Which));
        }
    }

    private async Task<(Problem?, Action)> Instead(Deed deed, OrderView order)
    {
        var workflow = shop.Exchanges();
        if (deed.Act == Act.Exchange)
        {
            var (line, variant, approve) = (deed.Which % order.Lines.Count, deed.How % Variants.Count, deed.Which % 2 == 0);
            var request = new RequestExchange([new(order.Lines[line].Id, deed.Units, Variants[variant])], ReturnShop.Reason, Approve: approve, Notify: false);
            return ((await workflow.Request(shop.Support, Order, request)).Problem, () =>
            {
                Model.Exchange(line, deed.Units, variant);
                if (approve)
                    Model.ApproveExchange(order.Exchanges.Count);
            }
            );
        }
        var id = order.Exchanges.ElementAtOrDefault(deed.Which)?.Id ?? default;
        return deed.Act switch
        {
            Act.ApproveExchange => ((await workflow.Approve(shop.Support, id, new ApproveExchange(Notify: false))).Problem, () => Model.ApproveExchange(deed.Which)),
            Act.CancelExchange => ((await workflow.Cancel(shop.Support, id, null)).Problem, () => Model.CancelExchange(deed.Which)),
            Act.WaiveGoods => ((await workflow.WaiveGoods(shop.Manager, id, "Keep it", null)).Problem, () => Model.WaiveGoods(deed.Which)),
            Act.WaiveDifference => ((await workflow.WaiveDifference(shop.Manager, id, "Our mistake", null)).Problem, () => { }),
            _ => ((await workflow.RefundDifference(shop.Owner, id, null)).Problem, () => { }),
        };
    }

    private async Task<(Problem?, Action)> Money(Deed deed, OrderView order)
    {
        switch (deed.Act)
        {
            case Act.RefundUnits:
                var line = deed.Which % order.Lines.Count;
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
                if (order.Returns.ElementAtOrDefault(deed.Which) is not { } back || !(await shop.ReturnQueries().ProposeRefund(shop.Support, back.Id)).TryGet(out var proposal, out _))
                    return (new Problem.NotFound("There is no such return."), () => { });
                return ((await shop.Refund(order, proposal.Choice)).Problem, () => { });
            case Act.CancelRefund:
                return ((await shop.Refunds().Cancel(shop.Owner, order.Refunds.ElementAtOrDefault(deed.Which)?.Id ?? default)).Problem, () =>
                {
                    if (removed.Remove(deed.Which, out var held))
                        Model.Move(held.Line, Place.Removed, Place.Unfulfilled, held.Units);
                }
                );
            default:
                return ((await RefundElsewhere(deed.Units == 0 ? long.MaxValue : deed.Units)).Problem, () => { });
        }
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
