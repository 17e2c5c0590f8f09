using OrdersAdmin.Orders;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Orders;

public sealed class EditingAnOrder
{
    [Fact]
    public async Task Sets_what_the_command_names_and_says_so_in_one_entry()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Intake(Line("Mug", 1)) with { Tags = ["gift", "rush"], CustomerNote = "Please hurry." });

        var changed = (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(Note: " Ring twice. ", Tags: ["gift", " vip ", "vip", ""], ExpectedVersion: 1))).OrThrow();

        var after = await shop.Read(order.Id);
        Assert.Equal((2, 2, "Ring twice.", "Please hurry."), (changed.Version, after.Version, after.Note, after.CustomerNote));
        Assert.Equal(["gift", "vip"], after.Tags);
        Assert.Equal("added a note and added the tag vip and removed the tag rush", after.Timeline[0].Summary);
        Assert.Equal([(1, "order.created"), (2, "order.updated")], (await shop.EventsOf(order.Id)).Select(each => (each.Sequence, each.Type)));
    }

    [Fact]
    public async Task Leaves_alone_what_is_null_and_removes_what_is_empty()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Intake(Line("Mug", 1)) with { Tags = ["gift"], Note = "Fragile.", CustomerNote = "Please hurry." });

        (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(Note: "  "))).OrThrow();
        var one = await shop.Read(order.Id);
        (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(CustomerNote: "", Tags: []))).OrThrow();
        var other = await shop.Read(order.Id);

        Assert.Equal((null, "Please hurry."), (one.Note, one.CustomerNote));
        Assert.Equal(["gift"], one.Tags);
        Assert.Equal("removed the note", one.Timeline[0].Summary);
        Assert.Null(other.CustomerNote);
        Assert.Empty(other.Tags);
        Assert.Equal("removed the customer's note and removed the tag gift", other.Timeline[0].Summary);
    }

    [Fact]
    public async Task Changes_nothing_when_nothing_is_new()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Intake(Line("Mug", 1)) with { Tags = ["gift", "vip"], Note = "Fragile." });
        var before = shop.AllRows();

        var changed = await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(Note: "Fragile. ", CustomerNote: " ", Tags: ["vip", "gift", "gift "]));

        Assert.Equal(1, changed.OrThrow().Version);
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task Refuses_what_is_too_much_and_names_every_field()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));
        var before = shop.AllRows();

        var long_ = await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(new string('n', 5001), new string('c', 5001), [new string('t', 41)]));
        var comma = await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(Tags: ["a,b"]));
        var many = await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(Tags: [.. Enumerable.Range(0, 51).Select(i => $"tag{i}")]));

        Assert.Equal(["note", "customer_note", "tags"], Expect.InvalidFields(long_));
        Assert.Equal("A tag cannot contain a comma.", Expect.Invalid(comma, "tags"));
        Assert.Equal("An order has at most 50 tags.", Expect.Invalid(many, "tags"));
        Assert.Equal(before, shop.AllRows());
    }

    [Fact]
    public async Task Takes_what_just_fits()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));
        IReadOnlyList<string> tags = [.. Enumerable.Range(10, 50).Select(i => $"{i}".PadRight(40, 't'))];

        (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(new string('n', 5000), Tags: tags))).OrThrow();

        var after = await shop.Read(order.Id);
        Assert.Equal(5000, after.Note!.Length);
        Assert.Equal(tags, after.Tags);
    }

    [Fact]
    public async Task Keeps_html_as_the_text_that_it_is()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));
        const string hostile = "<img src=x onerror=alert(1)> & \"quoted\" 'single'\u202e\0\a\r\n🦊";

        (await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(hostile, hostile, ["<b>bold</b>"]))).OrThrow();

        var after = await shop.Read(order.Id);
        Assert.Equal((hostile, hostile, "<b>bold</b>"), (after.Note, after.CustomerNote, after.Tags[0]));
        Assert.Equal("added a note and changed the customer's note and added the tag <b>bold</b>", after.Timeline[0].Summary);
    }

    [Fact]
    public async Task On_an_old_version_says_who_was_first()
    {
        await using var shop = await Shop();
        var order = await shop.Order(Line("Mug", 1));
        (await shop.OrderWorkflow.Edit(shop.Ben, order.Id, new EditOrder(Note: "Mine.", ExpectedVersion: 1))).OrThrow();

        var stale = await shop.OrderWorkflow.Edit(shop.Ana, order.Id, new EditOrder(Note: "No, mine.", ExpectedVersion: 1));

        Assert.Equal($"Order #{order.Number} changed while you were looking: Ben added a note just now. Check it and try again.", Expect.Stale(stale).Message);
        Assert.Equal("Mine.", (await shop.Read(order.Id)).Note);
    }
}
