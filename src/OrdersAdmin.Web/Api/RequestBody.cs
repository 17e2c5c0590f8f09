using System.Buffers;
using System.Text.Json;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Web.Api;

/// <summary>The body of a request, read whole and bounded before anything acts on it.</summary>
internal sealed class RequestBody(ReadOnlyMemory<byte> bytes)
{
    public const int Largest = 1024 * 1024;

    public ReadOnlySpan<byte> Bytes => bytes.Span;

    public bool IsEmpty => bytes.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0;

    /// <summary>Null when it is larger than anything that we take.</summary>
    public static async Task<RequestBody?> Read(HttpRequest request)
    {
        if (request.ContentLength > Largest)
            return null;
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > Largest)
                return null;
            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return new(bytes);
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>The body as JSON of exactly this shape; a body that is not there is an empty object.</summary>
    public Result<T> As<T>() where T : notnull
    {
        try
        {
            return JsonSerializer.Deserialize<T>(IsEmpty ? "{}"u8 : Bytes, OrderJson.Options) is { } value ? value : Wrong("$", "The body must be an object: { … }.");
        }
        catch (JsonException e)
        {
            return JsonTrouble.Of(e, Bytes);
        }
        // Half a surrogate pair or broken UTF-8, which the parser lets pass until the text is asked for.
        catch (InvalidOperationException)
        {
            return Wrong("$", "A text in the body is not valid Unicode.");
        }
    }

    /// <summary>As <see cref="As"/>, with lengths and signs looked at too.</summary>
    public Result<T> Read<T>() where T : IBody
    {
        var read = As<T>();
        return read.TryGet(out var body, out _) && body.Wrong().ToList() is { Count: > 0 } errors ? new Problem.Invalid(errors) : read;
    }

    /// <summary>Whether the object has a member at this path, be it null.</summary>
    public bool Has(params ReadOnlySpan<string> path)
    {
        if (!Element().TryGet(out var json, out _))
            return false;
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
                return false;
        }
        return true;
    }

    /// <summary>The body as JSON of any shape.</summary>
    public Result<JsonElement> Element()
    {
        try
        {
            return JsonElement.Parse(Bytes, new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            return JsonTrouble.Of(e, Bytes);
        }
    }

    private static Problem.Invalid Wrong(string path, string message) => new(path, message);
}
