using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace OrdersAdmin.Benchmarks;

/// <summary>An open page as the server sees it: a web socket that speaks just enough of Blazor's protocol (SignalR in MessagePack) to start a circuit and keep it.</summary>
internal sealed partial class Circuit : IDisposable
{
    private readonly ClientWebSocket socket = new();

    private Circuit() { }

    /// <summary>Opens a page that was fetched with these cookies, and waits for its first picture.</summary>
    public static async Task<Circuit> Open(Uri page, string html, string cookies)
    {
        var circuit = new Circuit();
        circuit.socket.Options.SetRequestHeader("Cookie", cookies);
        await circuit.socket.ConnectAsync(new UriBuilder(page) { Scheme = "ws", Path = "/_blazor", Query = "" }.Uri, CancellationToken.None);
        await circuit.Send(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        var components = "[" + string.Join(',', Components().Matches(html).Select(match => match.Groups["json"].Value)) + "]";
        await circuit.Send(Invocation("StartCircuit", new Uri(page, "/").ToString(), page.ToString(), components, State().Match(html).Groups["state"].Value));
        await circuit.Hears("JS.RenderBatch");
        return circuit;
    }

    public void Dispose() => socket.Dispose();

    private Task Send(byte[] bytes) => socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

    private async Task Hears(string word)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var (buffer, wanted) = (new byte[64 * 1024], Encoding.ASCII.GetBytes(word));
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            if (received.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException($"The circuit was closed: {socket.CloseStatusDescription}");
            if (buffer.AsSpan(0, received.Count).IndexOf(wanted) >= 0)
                return;
            if (buffer.AsSpan(0, received.Count).IndexOf("JS.Error"u8) >= 0)
                throw new InvalidOperationException(Encoding.UTF8.GetString(buffer, 0, received.Count));
        }
    }

    /// <summary>[1, no headers, "0", target, arguments, no streams], after its length.</summary>
    private static byte[] Invocation(string target, params string[] arguments)
    {
        var body = new List<byte> { 0x96, 1, 0x80 };
        Text("0");
        Text(target);
        body.Add((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
            Text(argument);
        body.Add(0x90);

        var length = new List<byte>();
        for (var left = body.Count; ; left >>= 7)
        {
            length.Add((byte)(left > 0x7f ? (left & 0x7f) | 0x80 : left));
            if (left <= 0x7f)
                break;
        }
        return [.. length, .. body];

        void Text(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var head = new byte[5];
            head[0] = 0xdb;
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(1), bytes.Length);
            body.AddRange(head);
            body.AddRange(bytes);
        }
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{\"type\":\"server\".*?\\})-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Components();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex State();
}
