namespace OrdersAdmin.Web.Components.Shared;

/// <summary>The short messages of one person's page: each stays ten seconds and may offer an Undo. Never the only proof that something was done.</summary>
public sealed class Toasts(TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Stay = TimeSpan.FromSeconds(10);

    private readonly Lock changing = new();
    private List<Toast> shown = [];

    /// <summary>Raised on whatever thread changed the list.</summary>
    public event EventHandler? Changed;

    public IReadOnlyList<Toast> Shown => shown;

    /// <param name="text">A sentence: "Note saved."</param>
    /// <param name="undo">Takes back what was done; runs at most once.</param>
    public void Show(string text, Func<Task>? undo = null)
    {
        var toast = new Toast(text, undo);
        Change(list => [.. list, toast]);
        toast.Timer = clock.CreateTimer(_ => Close(toast), null, Stay, Timeout.InfiniteTimeSpan);
    }

    /// <summary>False when it is gone already.</summary>
    public bool Close(Toast toast)
    {
        toast.Timer?.Dispose();
        return Change(list => list.Contains(toast) ? [.. list.Where(each => each != toast)] : null);
    }

    public async Task Undo(Toast toast)
    {
        // Closing first: the second click of a double click finds nothing to undo.
        if (Close(toast) && toast.Undo is { } undo)
            await undo();
    }

    public void Dispose()
    {
        foreach (var toast in shown)
            toast.Timer?.Dispose();
    }

    private bool Change(Func<List<Toast>, List<Toast>?> change)
    {
        lock (changing)
        {
            if (change(shown) is not { } next)
                return false;
            shown = next;
        }
        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }
}

public sealed class Toast(string text, Func<Task>? undo)
{
    public string Text => text;

    public Func<Task>? Undo => undo;

    internal ITimer? Timer { get; set; }
}
