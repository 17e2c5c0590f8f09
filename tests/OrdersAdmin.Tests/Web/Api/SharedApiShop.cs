namespace OrdersAdmin.Tests.Web.Api;

/// <summary>One shop for all tests of a class; each makes its own orders and webhook endpoints, which nobody answers.</summary>
public sealed class SharedApiShop : IAsyncLifetime
{
    internal ApiShop Shop { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Shop = await ApiShop.Open(("OrdersAdmin:Webhooks:AllowPrivateAddresses", "true"));

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
