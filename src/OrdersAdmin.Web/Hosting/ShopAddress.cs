using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace OrdersAdmin.Web.Hosting;

/// <summary>The address that links in letters begin with: the configured one, else the server's own. Never what a request claims its host to be.</summary>
internal sealed class ShopAddress(ShopOptions shop, IServer server)
{
    private static readonly string[] AnyHost = ["://[::]", "://0.0.0.0", "://*", "://+"];

    public Uri Base => new(shop.PublicUrl?.TrimEnd('/') + "/" is { Length: > 1 } configured ? configured : Bound());

    /// <param name="path">Without the leading slash.</param>
    public Uri Of(string path) => new(Base, path);

    private string Bound()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        foreach (var any in AnyHost)
            address = address.Replace(any, "://localhost", StringComparison.Ordinal);
        return address.TrimEnd('/') + "/";
    }
}
