using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

/// <summary>Changes to an order that move neither goods nor money.</summary>
public sealed class OrderWorkflow(OrdersDatabase database, TimeProvider clock)
{
    public const int LongestNote = 5000;
    public const int LongestTag = 40;
    public const int MostTags = 50;

    /// <summary>Sets what the command names; what is null stays as it is, and an empty text removes.</summary>
    public Task<Result<Changed>> Edit(Actor actor, Id<Order> orderId, EditOrder command, CancellationToken cancel = default) => database.Write<Changed>(async db =>
    {
        var now = clock.GetUtcNow();
        if (!(await db.FindOrder(orderId, actor, Permission.EditOrders)).TryGet(out var order, out var problem))
            return problem;
        if (Check(command) is { } wrong)
            return wrong;
        if (await db.CheckFresh(order, command.ExpectedVersion, now) is { } stale)
            return stale;

        var tags = command.Tags is null
            ? order.Tags.Select(tag => tag.Name).ToList()
            : command.Tags.Select(Text.Clean).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        order.Edit(
            command.Note is null ? order.Note : Text.Clean(command.Note),
            command.CustomerNote is null ? order.CustomerNote : Text.Clean(command.CustomerNote),
            tags, actor, now);
        return new Changed(order.Version);
    }, cancel);

    private static Problem.Invalid? Check(EditOrder command)
    {
        var errors = new List<FieldError>();
        if (command.Note?.Length > LongestNote)
            errors.Add(new("note", $"The note is longer than {LongestNote:#,0} characters."));
        if (command.CustomerNote?.Length > LongestNote)
            errors.Add(new("customer_note", $"The customer's note is longer than {LongestNote:#,0} characters."));
        if (command.Tags?.Any(tag => tag.Trim().Length > LongestTag) == true)
            errors.Add(new("tags", $"A tag has at most {LongestTag} characters."));
        if (command.Tags?.Any(tag => tag.Contains(',', StringComparison.Ordinal)) == true)
            errors.Add(new("tags", "A tag cannot contain a comma."));
        if (command.Tags?.Count > MostTags)
            errors.Add(new("tags", $"An order has at most {MostTags} tags."));
        return errors.Count > 0 ? new(errors) : null;
    }
}

/// <summary>Only what is not null changes.</summary>
public sealed record EditOrder(string? Note = null, string? CustomerNote = null, IReadOnlyList<string>? Tags = null, int? ExpectedVersion = null);
