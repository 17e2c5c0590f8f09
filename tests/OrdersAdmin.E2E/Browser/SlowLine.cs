using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace OrdersAdmin.E2E.Browser;

/// <summary>A line to the shop that carries every byte later, each way half of the round trip: pages and their live connection as from far away.</summary>
public sealed class SlowLine : IAsyncDisposable
{
    private readonly Uri target;
    private readonly TimeSpan delay;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task accepting;

    private SlowLine(Uri target, TimeSpan delay)
    {
        (this.target, this.delay) = (target, delay);
        listener.Start();
        Address = new UriBuilder(target) { Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri;
        accepting = Accept();
    }

    public Uri Address { get; }

    public static SlowLine To(Uri target, TimeSpan roundTrip) => new(target, roundTrip / 2);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await accepting;
        stopping.Dispose();
    }

    private async Task Accept()
    {
        var calls = new List<Task>();
        try
        {
            while (true)
                calls.Add(Carry(await listener.AcceptTcpClientAsync(stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(calls);
        }
    }

    private async Task Carry(TcpClient caller)
    {
        using var near = caller;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(target.Host, target.Port, stopping.Token);
            // Whoever hangs up first ends the call.
            await await Task.WhenAny(Pump(near, far), Pump(far, near));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    /// <summary>Reads as fast as it comes and writes each piece when its time has come, so that the line is long, not narrow.</summary>
    private async Task Pump(TcpClient from, TcpClient to)
    {
        var underWay = Channel.CreateUnbounded<(DateTime Due, byte[] Bytes)>();
        var writing = Task.Run(async () =>
        {
            await foreach (var (due, bytes) in underWay.Reader.ReadAllAsync(stopping.Token))
            {
                if (due - DateTime.UtcNow is { Ticks: > 0 } left)
                    await Task.Delay(left, stopping.Token);
                await to.GetStream().WriteAsync(bytes, stopping.Token);
            }
        });
        var buffer = new byte[16 * 1024];
        while (await from.GetStream().ReadAsync(buffer, stopping.Token) is > 0 and var read)
            underWay.Writer.TryWrite((DateTime.UtcNow + delay, buffer[..read]));
        underWay.Writer.Complete();
        await writing;
    }
}
