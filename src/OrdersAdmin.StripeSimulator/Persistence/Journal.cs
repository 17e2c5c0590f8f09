using System.Text.Json;
using System.Text.Json.Serialization;
using OrdersAdmin.StripeSimulator.Checkout;
using OrdersAdmin.StripeSimulator.Events;
using OrdersAdmin.StripeSimulator.Idempotency;
using OrdersAdmin.StripeSimulator.PaymentIntents;
using OrdersAdmin.StripeSimulator.Refunds;

namespace OrdersAdmin.StripeSimulator.Persistence;

/// <summary>The state file: one JSON line for every changed object, the last line of an object counts.</summary>
/// <remarks>
/// A change costs one appended line; the file is rewritten whole, through a temporary file, only when it is opened.
/// Lines reach the operating system before an answer leaves, so a killed process loses nothing.
/// </remarks>
internal sealed class Journal : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly byte[] NewLine = [(byte)'\n'];

    private readonly FileStream owner;
    private readonly FileStream file;

    private Journal(FileStream owner, FileStream file)
    {
        this.owner = owner;
        this.file = file;
    }

    /// <summary>Fills the ledger from the file and keeps it open for what follows; one process at a time.</summary>
    public static Journal Open(string path, Ledger ledger)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        var held = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var state = new StateFile();
        if (File.Exists(path))
            state.Read(path);
        var temporary = path + ".new";
        using (var whole = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            foreach (var line in state.LinesAt(ledger.Clock.GetUtcNow()))
                Append(whole, line);
            whole.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        state.Enter(ledger);
        return new Journal(held, new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, 1 << 16));
    }

    public void Write(object changed) => Append(file, changed switch
    {
        PaymentIntent intent => new StateLine { Intent = intent },
        Charge charge => new StateLine { Charge = charge },
        Refund refund => new StateLine { Refund = refund },
        CheckoutSession session => new StateLine { Session = session },
        Event told => new StateLine { Event = told },
        KeptResult key => new StateLine { Key = key },
        _ => throw new ArgumentException($"No line holds a {changed.GetType().Name}.", nameof(changed)),
    });

    public void Flush() => file.Flush();

    public void Clear()
    {
        file.Flush();
        file.SetLength(0);
    }

    public void Dispose()
    {
        file.Dispose();
        owner.Dispose();
    }

    public static StateLine? Parse(string line) => JsonSerializer.Deserialize<StateLine>(line, Json);

    private static void Append(FileStream to, StateLine line)
    {
        to.Write(JsonSerializer.SerializeToUtf8Bytes(line, Json));
        to.Write(NewLine);
    }
}

/// <summary>One line of the state file; exactly one member is set.</summary>
internal sealed record StateLine
{
    public PaymentIntent? Intent { get; init; }

    public Charge? Charge { get; init; }

    public Refund? Refund { get; init; }

    public CheckoutSession? Session { get; init; }

    public Event? Event { get; init; }

    public KeptResult? Key { get; init; }
}
