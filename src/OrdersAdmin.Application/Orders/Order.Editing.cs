using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Orders;

public sealed partial class Order
{
    internal OrderContent Content => new(Note, CustomerNote, [.. tags.Select(tag => tag.Name)], ShippingAddress, BillingAddress, new(CustomerId, BuyerName, BuyerEmail, BuyerPhone));

    internal Result<Done> Edit(OrderContent wanted, Actor actor, DateTimeOffset now)
    {
        var before = Content;
        var acts = new List<string>();
        if (Note != wanted.Note)
            acts.Add(wanted.Note is null ? "removed the note" : Note is null ? "added a note" : "changed the note");
        if (CustomerNote != wanted.CustomerNote)
            acts.Add(wanted.CustomerNote is null ? "removed the customer's note" : "changed the customer's note");
        var added = wanted.Tags.Except(before.Tags, StringComparer.Ordinal).ToList();
        var removed = before.Tags.Except(wanted.Tags, StringComparer.Ordinal).ToList();
        if (added.Count > 0)
            acts.Add($"added {Tagged(added)}");
        if (removed.Count > 0)
            acts.Add($"removed {Tagged(removed)}");
        acts.AddRange(OrderContentChanges.OfAddress("shipping address", before.ShippingAddress, wanted.ShippingAddress));
        acts.AddRange(OrderContentChanges.OfAddress("billing address", before.BillingAddress, wanted.BillingAddress));
        acts.AddRange(OrderContentChanges.OfBuyer(before.Buyer, wanted.Buyer));
        if (acts.Count == 0)
            return new Done();

        (Note, CustomerNote, ShippingAddress, BillingAddress) = (wanted.Note, wanted.CustomerNote, wanted.ShippingAddress, wanted.BillingAddress);
        (CustomerId, BuyerName, BuyerEmail, BuyerPhone) = wanted.Buyer;
        tags.RemoveAll(tag => removed.Contains(tag.Name, StringComparer.Ordinal));
        tags.AddRange(added.Select(name => new OrderTag(SiteId, Row, name)));
        Record(actor, now, "order.edited", string.Join(" and ", acts), "order.updated", new
        {
            wanted.Note,
            wanted.CustomerNote,
            wanted.Tags,
            wanted.ShippingAddress,
            wanted.BillingAddress,
            Buyer = new { wanted.Buyer.Name, wanted.Buyer.Email, wanted.Buyer.Phone },
        });
        return new Done();
    }

    private static string Tagged(List<string> names) => (names.Count == 1 ? "the tag " : "the tags ") + string.Join(", ", names);
}
