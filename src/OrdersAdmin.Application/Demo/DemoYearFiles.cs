using System.Text.Encodings.Web;
using System.Text.Json;
using OrdersAdmin.Channels;

namespace OrdersAdmin.Demo;

/// <summary>The files of one generated year. The record itself is the last file written: where it is, the others are whole.</summary>
internal sealed record DemoYearFiles(int Orders, DateTimeOffset Now, IReadOnlyDictionary<string, string> LastReferences)
{
    public static readonly JsonSerializerOptions VariantJson = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private const string Name = "year.json";

    public static string OrdersOf(DemoSite site) => $"orders-{site.Slug}.jsonl";

    public static string VariantsOf(DemoSite site) => $"variants-{site.Slug}.json";

    public static DemoYearFiles? Find(string folder)
    {
        var path = Path.Combine(folder, Name);
        return File.Exists(path) ? JsonSerializer.Deserialize<DemoYearFiles>(File.ReadAllText(path), VariantJson) : null;
    }

    public static async Task<DemoYearFiles> Write(string folder, int orders, DateTimeOffset now, CancellationToken cancel)
    {
        var path = Path.Combine(folder, Name);
        File.Delete(path);
        var year = new DemoYear(orders, new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero));
        var files = new Dictionary<string, FileStream>(StringComparer.Ordinal);
        var last = DemoSite.All.ToDictionary(site => site.Slug, _ => "", StringComparer.Ordinal);
        try
        {
            foreach (var site in DemoSite.All)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, VariantsOf(site)), JsonSerializer.SerializeToUtf8Bytes(DemoCatalogue.Of(site).Intake(), VariantJson), cancel);
                files[site.Slug] = File.Create(Path.Combine(folder, OrdersOf(site)));
            }
            foreach (var (site, order) in year.Orders())
            {
                cancel.ThrowIfCancellationRequested();
                files[site.Slug].Write(IntakeOrderJson.Line(order));
                files[site.Slug].WriteByte((byte)'\n');
                last[site.Slug] = order.ExternalOrderReference!;
            }
        }
        finally
        {
            foreach (var file in files.Values)
                await file.DisposeAsync();
        }
        var written = new DemoYearFiles(orders, now, last);
        await File.WriteAllBytesAsync(path + ".new", JsonSerializer.SerializeToUtf8Bytes(written, VariantJson), cancel);
        File.Move(path + ".new", path, overwrite: true);
        return written;
    }
}
