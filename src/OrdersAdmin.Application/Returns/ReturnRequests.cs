using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Returns;

/// <summary>An announcement that was checked: what comes back, why, and what the policy said.</summary>
internal sealed record ReturnRequests(ReturnIntent Intent, IReadOnlyList<ReturnLine> Lines)
{
    public const int LongestNote = 2000;
    public const int LongestKey = 100;
    public const int LongestReason = 200;

    /// <summary>The problem names every wrong field. What the policy forbids is refused unless a manager says why it does not count.</summary>
    public static async Task<Result<ReturnRequests>> Check(
        OrdersContext db, ReturnBook book, Actor actor, IReadOnlyList<ReturnItem> items, string reason, string? note, string? overrideReason, string? requestKey, DateTimeOffset now)
    {
        var rules = (await ReturnPolicyWorkflow.Find(db, book.Order.SiteId))!.Rules;
        var errors = new List<FieldError>();
        // People choose from the site's reasons; a program says why in its own words, which may be one of them.
        var known = rules.Reasons.FirstOrDefault(each => each.Name == reason)
            ?? ((await Access.Of(db, actor)).Scope is not null && Text.Clean(reason) is { Length: <= LongestReason } words ? new ReturnReason(words) : null);
        if (known is null)
            errors.Add(new("reason", "Choose one of the reasons."));
        Longest("note", "The note", note, LongestNote);
        Longest("override_reason", "The reason", overrideReason, LongestNote);
        Longest("request_key", "The key", requestKey, LongestKey);
        CheckItems(book, items, errors);
        if (errors.Count > 0)
            return new Problem.Invalid(errors);

        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Sites.Where(site => site.Id == book.Order.SiteId).Select(site => site.TimeZone).SingleAsync());
        var verdicts = items.Select(item => (item, Line: book.Line(item.LineItemId))).Select(each => (each.item, each.Line, Verdict: ReturnVerdicts.Of(rules, book.Order, each.Line, zone, now))).ToList();
        var against = verdicts.FirstOrDefault(each => !each.Verdict.Allowed);
        var overriding = against.Verdict is null ? null : Text.Clean(overrideReason);
        if (overriding is not null && (await Access.Of(db, actor)).Check(Permission.OverrideReturnPolicy) is { } forbidden)
            return forbidden;
        if (against.Verdict is not null && overriding is null)
            return new Problem.Refused($"{against.Line.Name}: {against.Verdict.Sentence} A manager can decide otherwise.");
        return new ReturnRequests(
            new ReturnIntent(known!, Text.Clean(note), Text.Clean(requestKey), overriding),
            [.. verdicts.Select(each => new ReturnLine(each.Line.Id, each.item.Quantity, each.Verdict.Sentence))]);

        void Longest(string path, string what, string? value, int longest)
        {
            if (value?.Length > longest)
                errors.Add(new(path, $"{what} is longer than {longest:#,0} characters."));
        }
    }

    private static void CheckItems(ReturnBook book, IReadOnlyList<ReturnItem> items, List<FieldError> errors)
    {
        if (items.Count == 0)
            errors.Add(new("items", "Choose at least one item that comes back."));
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (book.Order.Lines.FirstOrDefault(each => each.Id == item.LineItemId) is not { } line)
                errors.Add(new($"items[{i}].line_item_id", "There is no such line on this order."));
            else if (items.Take(i).Any(each => each.LineItemId == item.LineItemId))
                errors.Add(new($"items[{i}].line_item_id", "This line is named twice."));
            else if (item.Quantity < 1)
                errors.Add(new($"items[{i}].quantity", "The quantity must be at least 1."));
            else if (book.Returnable(line) is var most && item.Quantity > most)
                errors.Add(new($"items[{i}].quantity", ReturnVerdicts.WhyNone(line, most) ?? $"Only {most} of {line.Name} can come back."));
        }
    }
}
