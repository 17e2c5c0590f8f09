using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Tokens;

namespace OrdersAdmin.Benchmarks.Rest;

/// <summary>A shop that serves its API from a process of its own, with a token that may do everything on it.</summary>
internal sealed class RestShop : IAsyncDisposable
{
    public const string Orders = "/api/v1/merchant/orders";

    private static readonly Uri Address = new("http://127.0.0.1:5172");

    private readonly string folder;

    private RestShop(string folder, string token, ServedShop served) => (this.folder, Token, Served) = (folder, token, served);

    public string Token { get; }

    public ServedShop Served { get; }

    /// <summary>Some orders that are there, newest first.</summary>
    public required IReadOnlyList<Id<Order>> Known { get; init; }

    /// <summary>Orders beyond the others of which nothing shipped yet.</summary>
    public required Queue<Id<Order>> Waiting { get; init; }

    /// <param name="waiting">How many orders more there are, of which nothing shipped yet.</param>
    public static async Task<RestShop> Open(Arguments arguments, int orders, int waiting = 0)
    {
        var data = await ServedShop.DataFolder("rest", orders);
        await using var shop = await Shop.Open(ServedShop.Database(data));
        var token = (await new ApiTokenWorkflow(shop.Database, TimeProvider.System).Make(shop.Owner, new("Benchmarks", Writes: true, [.. shop.Sites.Select(site => site.Slug)], ExpiresAt: null))).OrThrow().Secret;
        var known = (await shop.Orders.List(shop.Owner, new() { Limit = 250 })).OrThrow().Rows.Select(row => row.Id).ToList();
        var sample = new SampleOrders(3);
        var added = await shop.Intake.TakeInAll(shop.Owner, shop.Sites[0].Id, Enumerable.Range(0, waiting).Select(_ => sample.NextPending()).OrderBy(order => order.CreatedOn));
        await shop.DisposeAsync();
        return new(data, token, await Serve(arguments, data)) { Known = known, Waiting = new(added.Select(each => each.OrThrow().OrderId)) };
    }

    /// <summary>The same shop, started anew after it was disposed.</summary>
    public async Task<RestShop> Again(Arguments arguments) => new(folder, Token, await Serve(arguments, folder)) { Known = Known, Waiting = Waiting };

    /// <summary>A client that opens so many connections and keeps them.</summary>
    public static HttpClient Client(int connections) => new(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { BaseAddress = Address };

    /// <summary>A digest of everything that a request could change, of a shop that does not run.</summary>
    public string Digest() => DatabaseDigest.Of(ServedShop.Database(folder));

    public ValueTask DisposeAsync() => Served.DisposeAsync();

    private static Task<ServedShop> Serve(Arguments arguments, string data) =>
        ServedShop.Start(arguments.Text("app"), data, Address, "--OrdersAdmin:Api:RequestsPerMinute=1000000000");
}
