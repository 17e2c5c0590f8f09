namespace OrdersAdmin.Tests.Web.Api;

/// <summary>One shop for all tests of a class; each makes its own orders.</summary>
public sealed class SharedApiShop : IAsyncLifetime
{
    internal ApiShop Shop { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Shop = await ApiShop.Open();

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
