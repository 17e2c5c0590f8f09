using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrdersAdmin.Cli.Http;

namespace OrdersAdmin.Cli.Import;

/// <summary>The orders of a file, however long: a JSON list, one order, or JSON lines.</summary>
internal static class OrderFile
{
    public static async IAsyncEnumerable<JsonElement> Read(Stream file, [EnumeratorCancellation] CancellationToken cancel)
    {
        var reader = PipeReader.Create(file, new StreamPipeReaderOptions(leaveOpen: true));
        var isList = await BeginsList(reader, cancel);
        await foreach (var order in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(reader, topLevelValues: !isList, cancellationToken: cancel))
            yield return order;
    }

    /// <summary>The order as it stands in the file, with a key that follows from it: sending the file again sends the same keys.</summary>
    public static Call Post(JsonElement order, string? site)
    {
        var body = order.GetRawText();
        if (site is not null && order.ValueKind == JsonValueKind.Object && !order.TryGetProperty("site_slug", out _))
            body = new JsonObject([KeyValuePair.Create<string, JsonNode?>("site_slug", site), .. Members(order)]).ToJsonString();
        return new Call(HttpMethod.Post, Call.Orders, body) { Key = "import-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..40] };
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonElement order) =>
        order.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, JsonNode.Parse(member.Value.GetRawText())));

    private static async Task<bool> BeginsList(PipeReader reader, CancellationToken cancel)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            var begin = AfterMark(read.Buffer);
            var first = First(begin);
            if (first is not null || read.IsCompleted)
            {
                reader.AdvanceTo(begin.Start);
                return first == '[';
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Without the byte order mark that some programs write.</summary>
    private static ReadOnlySequence<byte> AfterMark(ReadOnlySequence<byte> buffer)
    {
        var mark = Encoding.UTF8.Preamble;
        return buffer.Length >= mark.Length && buffer.Slice(0, mark.Length).ToArray().AsSpan().SequenceEqual(mark) ? buffer.Slice(mark.Length) : buffer;
    }

    private static byte? First(ReadOnlySequence<byte> buffer)
    {
        foreach (var part in buffer)
        {
            if (part.Span.IndexOfAnyExcept(" \t\r\n"u8) is >= 0 and var at)
                return part.Span[at];
        }
        return null;
    }
}
