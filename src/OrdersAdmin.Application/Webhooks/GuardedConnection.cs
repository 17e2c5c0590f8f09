using System.Net;
using System.Net.Sockets;

namespace OrdersAdmin.Webhooks;

/// <summary>Looks a host up, checks what was found, and connects to that and nothing else: a name that points elsewhere a moment later (rebinding) gains nothing.</summary>
internal sealed class GuardedConnection(bool allowPrivate, Func<string, CancellationToken, Task<IPAddress[]>>? lookUp = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> lookUp = lookUp ?? Dns.GetHostAddressesAsync;

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public async ValueTask<Stream> Open(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await lookUp(host, cancel);
        // One private address among public ones is no accident.
        if (!allowPrivate && !Array.TrueForAll(found, PublicAddress.Is))
            throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The host is in a private network, and the configuration does not allow that.</summary>
internal sealed class AddressRefusedException() : IOException("Its address is in a private network, which this shop does not send to.");
