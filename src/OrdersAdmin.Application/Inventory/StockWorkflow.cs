using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Inventory;

/// <summary>Changes to stock by hand. Everything else moves it along with an order or a return.</summary>
public sealed class StockWorkflow(OrdersDatabase database, TimeProvider clock)
{
    public const int LongestReason = 500;
    public const int LongestKey = 100;
    public const int MostUnits = 1_000_000;

    /// <summary>Corrects the units on the shelf. Refused below nothing unless that is said to be meant.</summary>
    public Task<Result<VariantView>> Adjust(Actor actor, Id<Variant> id, AdjustStock command, CancellationToken cancel = default) =>
        Act(actor, id, command.Units, command.Reason, command.Override, command.ExpectedVersion, command.RequestKey,
            (variant, cause) => command.Units == 0 ? new Problem.Invalid("units", "Say by how many units the stock changes.") : variant.Adjust(command.Units, cause), cancel);

    /// <summary>Puts quarantined units on the shelf or throws them away.</summary>
    public Task<Result<VariantView>> SettleQuarantine(Actor actor, Id<Variant> id, SettleQuarantine command, CancellationToken cancel = default) =>
        Act(actor, id, command.Units, command.Reason, mayOverride: false, command.ExpectedVersion, command.RequestKey,
            (variant, cause) => command.Units < 1 ? new Problem.Invalid("units", "The quantity must be at least 1.")
                : command.Restock ? variant.Clear(command.Units, cause) : variant.Discard(command.Units, cause), cancel);

    /// <summary>The variant is no longer sold. Orders, returns and its movements keep showing it.</summary>
    public Task<Result<VariantView>> Delete(Actor actor, Id<Variant> id, int? expectedVersion, CancellationToken cancel = default) => database.Write<VariantView>(async db =>
    {
        if (!(await Find(db, actor, id)).TryGet(out var variant, out var problem))
            return problem;
        if (Stale(variant, expectedVersion) is { } stale)
            return stale;
        return variant.Delete(clock.GetUtcNow()).Problem is { } refused ? refused : await StockQueries.View(db, variant, await Access.Of(db, actor));
    }, cancel);

    private Task<Result<VariantView>> Act(
        Actor actor, Id<Variant> id, int units, string reason, bool mayOverride, int? expectedVersion, string? requestKey, Func<Variant, StockCause, Result<Done>> act,
        CancellationToken cancel) => database.Write<VariantView>(async db =>
    {
        if (!(await Find(db, actor, id)).TryGet(out var variant, out var problem))
            return problem;
        var (key, why) = (Text.Clean(requestKey), Text.Clean(reason));
        var access = await Access.Of(db, actor);
        if (key is not null && await db.StockMovements.AnyAsync(movement => movement.VariantId == id && movement.RequestKey == key))
            return await StockQueries.View(db, variant, access);
        if (key?.Length > LongestKey)
            return new Problem.Invalid("request_key", $"The key is longer than {LongestKey} characters.");
        if (why is not { Length: <= LongestReason })
            return new Problem.Invalid("reason", $"Say why, in at most {LongestReason} characters.");
        if (units is > MostUnits or < -MostUnits)
            return new Problem.Invalid("units", $"At most {MostUnits:#,0} units at once.");
        if (Stale(variant, expectedVersion) is { } stale)
            return stale;
        var cause = new StockCause(actor, clock.GetUtcNow(), why, Override: mayOverride, RequestKey: key);
        if (act(variant, cause).Problem is { } refused)
            return refused;
        await db.SaveChangesAsync();
        return await StockQueries.View(db, variant, access);
    }, cancel);

    private static async Task<Result<Variant>> Find(OrdersContext db, Actor actor, Id<Variant> id)
    {
        if (await db.Variants.SingleOrDefaultAsync(each => each.Id == id) is not { } variant)
            return new Problem.NotFound(StockQueries.Missing);
        return (await Access.Of(db, actor)).Check(Permission.AdjustStock, variant.SiteId, StockQueries.Missing) is { } problem ? problem : variant;
    }

    private static Problem.Stale? Stale(Variant variant, int? expected) => expected is null || expected == variant.Version
        ? null
        : new($"The stock of {variant.Sku} changed while you were looking: {variant.OnHand} are on hand now. Look at it again.");
}
