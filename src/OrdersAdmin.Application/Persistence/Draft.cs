using OrdersAdmin.Kernel;

namespace OrdersAdmin.Persistence;

/// <summary>A change as it was decided by what readers see, not saved yet.</summary>
internal sealed class Draft<T> : IAsyncDisposable
{
    private Draft(OrdersContext? context, Result<T> result) => (Context, Result) = (context, result);

    /// <summary>Holds what is to be saved; null where the change was refused.</summary>
    public OrdersContext? Context { get; }

    public Result<T> Result { get; }

    public static async Task<Draft<T>> Of(ReaderPool readers, Func<OrdersContext, Task<Result<T>>> change)
    {
        using var moment = readers.Rent();
        var context = moment.Context();
        try
        {
            var result = await change(context);
            if (result.Problem is null)
            {
                context.ChangeTracker.DetectChanges();
                context.ChangeTracker.AutoDetectChangesEnabled = false;
                return new(context, result);
            }
            await context.DisposeAsync();
            return new(null, result);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    public bool IsOf(OrdersContext context) => ReferenceEquals(context, Context);

    public ValueTask DisposeAsync() => Context?.DisposeAsync() ?? ValueTask.CompletedTask;
}
