using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Channels;

/// <summary>The JSON values in a file: one a line (JSON Lines, streamed), the elements of a list (streamed), or one document.</summary>
internal static class JsonValues
{
    public const int LongestLine = 16 * 1024 * 1024;
    public const int LargestDocument = 256 * 1024 * 1024;

    /// <param name="Line">Counts from 1; null where the value is an element of a list.</param>
    public readonly record struct Value(int? Line, Result<JsonElement> Json);

    public static async IAsyncEnumerable<Value> Read(Stream file, [EnumeratorCancellation] CancellationToken cancel)
    {
        var reader = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var first = await Peek(reader, cancel);
        var values = first switch
        {
            null => One(Wrong("The file is empty.")),
            '<' => One(Wrong("This is a web page or XML, not JSON.")),
            '[' => Elements(reader, cancel),
            '{' => LinesOrDocument(reader, cancel),
            _ => One(Wrong("This is not a JSON file: it must begin with { or [.")),
        };
        await foreach (var value in values.WithCancellation(cancel))
            yield return value;
        await reader.CompleteAsync();
    }

    /// <summary>The first character that means something; a byte order mark and white space before it are skipped.</summary>
    private static async Task<char?> Peek(PipeReader reader, CancellationToken cancel)
    {
        while (true)
        {
            var read = await reader.ReadAtLeastAsync(4, cancel);
            var bytes = new SequenceReader<byte>(read.Buffer);
            bytes.IsNext((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF], advancePast: true);
            bytes.AdvancePastAny(" \t\r\n"u8);
            if (bytes.TryPeek(out var first))
            {
                reader.AdvanceTo(bytes.Position);
                return (char)first;
            }
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return null;
        }
    }

    private static async IAsyncEnumerable<Value> Elements(PipeReader reader, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var elements = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(reader, cancellationToken: cancel).GetAsyncEnumerator(cancel);
        while (true)
        {
            Value value;
            try
            {
                if (!await elements.MoveNextAsync())
                    yield break;
                value = new(null, elements.Current);
            }
            catch (JsonException e)
            {
                value = new((int)(e.LineNumber ?? 0) + 1, NotJson("file", e));
            }
            yield return value;
            if (value.Json.Problem is not null)
                yield break;
        }
    }

    private static async IAsyncEnumerable<Value> LinesOrDocument(PipeReader reader, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var lines = Lines(reader, cancel).GetAsyncEnumerator(cancel);
        await lines.MoveNextAsync();
        var first = Parse(lines.Current, "line");
        if (first.Problem is null)
        {
            yield return new(1, first);
            for (var number = 2; await lines.MoveNextAsync(); number++)
            {
                if (!IsBlank(lines.Current))
                    yield return new(number, Parse(lines.Current, "line"));
            }
            yield break;
        }

        // The first line is no value of its own: either one document over many lines, or JSON Lines whose first line is broken.
        var rest = new List<byte[]> { lines.Current };
        long size = lines.Current.Length;
        while (size <= LargestDocument && await lines.MoveNextAsync())
        {
            rest.Add(lines.Current);
            size += lines.Current.Length + 1;
        }
        if (size > LargestDocument)
        {
            yield return new(null, Wrong("One JSON document of this size is too much at once; write one order a line instead (JSON Lines)."));
            yield break;
        }
        var document = Parse(Join(rest, size), "file");
        var alone = document.Problem is null ? [] : rest.ConvertAll(line => Parse(line, "line"));
        if (alone.TrueForAll(line => line.Problem is not null))
            yield return new(null, document);
        else
        {
            for (var i = 0; i < alone.Count; i++)
            {
                if (!IsBlank(rest[i]))
                    yield return new(i + 1, alone[i]);
            }
        }
    }

    private static async IAsyncEnumerable<byte[]> Lines(PipeReader reader, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                yield return buffer.Slice(0, end).ToArray();
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }
            if (read.IsCompleted || buffer.Length > LongestLine)
            {
                if (buffer.Length > 0)
                    yield return buffer.ToArray();
                reader.AdvanceTo(buffer.End);
                if (read.IsCompleted)
                    yield break;
            }
            else
                reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static Result<JsonElement> Parse(byte[] bytes, string what)
    {
        try
        {
            return JsonElement.Parse(bytes);
        }
        catch (JsonException e)
        {
            return NotJson(what, e);
        }
    }

    private static bool IsBlank(byte[] line) => line.AsSpan().IndexOfAnyExcept(" \t\r"u8) < 0;

    private static byte[] Join(List<byte[]> lines, long size)
    {
        var joined = new MemoryStream((int)size);
        foreach (var line in lines)
        {
            joined.Write(line);
            joined.WriteByte((byte)'\n');
        }
        return joined.ToArray();
    }

    private static Problem.Invalid NotJson(string what, JsonException e) => Wrong(
        $"This {what} is not complete JSON: it goes wrong in line {(e.LineNumber ?? 0) + 1}, at character {(e.BytePositionInLine ?? 0) + 1}.");

    private static Problem.Invalid Wrong(string message) => new(OrderFile.WholeFile, message);

    private static async IAsyncEnumerable<Value> One(Problem problem)
    {
        await Task.CompletedTask;
        yield return new(null, problem);
    }
}
