using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

public sealed partial class Order
{
    internal Result<Done> Edit(string? note, string? customerNote, IReadOnlyList<string> tagNames, Actor actor, DateTimeOffset now)
    {
        var acts = new List<string>();
        if (Note != note)
            acts.Add(note is null ? "removed the note" : Note is null ? "added a note" : "changed the note");
        if (CustomerNote != customerNote)
            acts.Add(customerNote is null ? "removed the customer's note" : "changed the customer's note");
        var added = tagNames.Where(name => !tags.Exists(tag => tag.Name == name)).ToList();
        var removed = tags.Where(tag => !tagNames.Contains(tag.Name, StringComparer.Ordinal)).ToList();
        if (added.Count > 0)
            acts.Add($"added {Tagged(added)}");
        if (removed.Count > 0)
            acts.Add($"removed {Tagged(removed.ConvertAll(tag => tag.Name))}");
        if (acts.Count == 0)
            return new Done();

        (Note, CustomerNote) = (note, customerNote);
        tags.RemoveAll(removed.Contains);
        tags.AddRange(added.Select(name => new OrderTag(SiteId, Row, name)));
        Record(actor, now, "order.edited", string.Join(" and ", acts), "order.updated", new { Note = note, CustomerNote = customerNote, Tags = tagNames });
        return new Done();
    }

    private static string Tagged(List<string> names) => (names.Count == 1 ? "the tag " : "the tags ") + string.Join(", ", names);
}
