using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace OrdersAdmin.Web.Components.Shared;

/// <summary>What a page hands from prerendering to the live page, compressed: above 32 KB the circuit would not start, and a page of fifty orders comes near it.</summary>
public sealed class CompressedState<T> : PersistentComponentStateSerializer<T>
{
    public override void Persist(T value, IBufferWriter<byte> writer)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(brotli, value);
        writer.Write(compressed.GetBuffer().AsSpan(0, (int)compressed.Length));
    }

    public override T Restore(ReadOnlySequence<byte> data)
    {
        using var compressed = new MemoryStream(data.ToArray());
        using var brotli = new BrotliStream(compressed, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(brotli) ?? throw new JsonException("The page's state is empty.");
    }
}
