using Microsoft.Extensions.Logging.Abstractions;
using OrdersAdmin.Channels;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Inventory;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Payments;
using OrdersAdmin.Persistence;
using OrdersAdmin.Refunds;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tests;

/// <summary>A running application layer over a real database: its people, its workflows, and short ways to bring orders into a state.</summary>
public sealed class Shop : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly Template template;

    private Shop(TemporaryFolder folder, Template template, OrdersDatabase database)
    {
        (this.folder, this.template, Database) = (folder, template, database);
        (SiteWorkflow, SiteQueries) = (new(database), new(database));
        (StaffWorkflow, StaffQueries) = (new(database), new(database));
        (Variants, Intake) = (new(database, Clock), new(database, Clock));
        (OrderWorkflow, Orders, Fulfillments) = (new(database, Clock), new(database), new(database, Clock));
        Cancellation = new(database, new StripeOptions(), new RefundSignal(), Clock);
    }

    public Clock Clock { get; } = new(Given.Today);

    public OrdersDatabase Database { get; }

    public string DatabasePath => folder.DatabasePath;

    public SiteWorkflow SiteWorkflow { get; }

    public SiteQueries SiteQueries { get; }

    public StaffWorkflow StaffWorkflow { get; }

    public StaffQueries StaffQueries { get; }

    public VariantWorkflow Variants { get; }

    public IntakeWorkflow Intake { get; }

    public OrderWorkflow OrderWorkflow { get; }

    /// <summary>Without a key for the payment provider: nothing goes back by itself.</summary>
    public OrderCancellationWorkflow Cancellation { get; }

    public OrderQueries Orders { get; }

    public FulfillmentWorkflow Fulfillments { get; }

    /// <summary>Euro.</summary>
    public SiteView Acme => template.Acme;

    /// <summary>Yen.</summary>
    public SiteView Kumo => template.Kumo;

    public Actor Owner => template.People.Owner;

    /// <summary>On both sites.</summary>
    public Actor Manager => template.People.Manager;

    /// <summary>On acme, as Ana and Ben are.</summary>
    public Actor Support => template.People.Support;

    public Actor Ana => template.People.Ana;

    public Actor Ben => template.People.Ben;

    /// <summary>On kumo alone.</summary>
    public Actor Kenji => template.People.Kenji;

    internal static async Task<Shop> Open(TemporaryFolder folder, Template template) =>
        new(folder, template, await OrdersDatabase.Open(folder.DatabasePath, NullLogger.Instance));

    /// <summary>A paid order of acme with these lines.</summary>
    public Task<OrderView> Order(params IntakeLine[] lines) => Order(Given.Intake(lines));

    /// <summary>The order as it stands after it came in, on acme unless another site is given.</summary>
    public async Task<OrderView> Order(IntakeOrder intake, SiteView? site = null, Actor? by = null) =>
        await Read((await Intake.TakeIn(by ?? Manager, (site ?? Acme).Id, intake)).OrThrow().OrderId);

    /// <summary>The order as the owner sees it now.</summary>
    public async Task<OrderView> Read(Id<Order> id) => (await Orders.Get(Owner, id)).OrThrow();

    /// <summary>Ships units of the order's lines, in their order, by Ana with DHL; without quantities everything that is left.</summary>
    public async Task<OrderView> Ship(OrderView order, params int[] quantities)
    {
        (await Fulfillments.Fulfill(order.Site.Id == Kumo.Id ? Kenji : Ana, order.Id, new FulfillItems("DHL", Items: Items(order, quantities)))).OrThrow();
        return await Read(order.Id);
    }

    /// <summary>The items of a command from quantities in the order of the lines; null without any.</summary>
    public static IReadOnlyList<FulfillItem>? Items(OrderView order, params int[] quantities) => quantities.Length == 0
        ? null
        : [.. quantities.Select((quantity, i) => new FulfillItem(order.Lines[i].Id, quantity)).Where(item => item.Quantity != 0)];

    public async Task<OrderView> Deliver(OrderView order, int fulfillment)
    {
        (await Fulfillments.Deliver(Ana, order.Id, order.Fulfillments[fulfillment - 1].Id, order.Version)).OrThrow();
        return await Read(order.Id);
    }

    public async Task<OrderView> CancelFulfillment(OrderView order, int fulfillment)
    {
        (await Fulfillments.Cancel(Ana, order.Id, order.Fulfillments[fulfillment - 1].Id, order.Version)).OrThrow();
        return await Read(order.Id);
    }

    /// <summary>Takes a person's account away.</summary>
    public async Task Deactivate(Actor person)
    {
        var view = (await StaffQueries.Find(person.StaffId!.Value))!;
        (await StaffWorkflow.Change(Owner, view.Id, new StaffDetails(view.Email, view.Name, view.Role, view.Sites, Active: false), view.Version)).OrThrow();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        folder.Dispose();
    }
}
