using OrdersAdmin.Channels;
using OrdersAdmin.Inventory;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Channels;

public sealed class TakingStock
{
    private static readonly IntakeVariant Mug = new("MUG", "p1", "Mug", 1000, "EUR", 5);
    private static readonly IntakeVariant Tray = new("TRAY", "p2", "Tray", 2000, "EUR", 1);

    [Fact]
    public async Task Goes_down_where_the_intake_says_so()
    {
        await using var shop = await Stocked();

        var skipped = await shop.Order(Intake(Line("Mug", 3, sku: "MUG")));
        var deducted = await shop.Order(Intake(Line("Mug", 3, sku: "MUG"), Line("Mug", 2, sku: "MUG")) with { InventoryBehavior = InventoryBehavior.Deduct });

        Assert.Equal((5, 0), (skipped.Lines[0].OnHand, deducted.Lines[0].OnHand));
    }

    [Fact]
    public async Task Refuses_what_is_not_there_and_leaves_nothing_behind()
    {
        await using var shop = await Stocked();
        var before = shop.AllRows();
        var intake = Intake(Line("Mug", 5, sku: "MUG"), Line("Tray", 2, sku: "TRAY")) with { InventoryBehavior = InventoryBehavior.Deduct };

        var scarce = await shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, intake);
        var unknown = await shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, intake with { LineItems = [Line("Mug", 1, sku: "MUG"), Line("Bowl", 1, sku: "BOWL")] });
        var elsewhere = await shop.Intake.TakeIn(shop.Manager, shop.Kumo.Id, intake with { LineItems = [Line("Mug", 1, sku: "MUG")] });

        Assert.Equal("Only 1 of TRAY are on hand; the order asks for 2.", Expect.Refused(scarce).Message);
        Assert.Equal("Bowl has no stock here to deduct from.", Expect.Refused(unknown).Message);
        Expect.Refused(elsewhere);
        Assert.Equal(before, shop.AllRows());
        Assert.Equal(1001, (await shop.Order(Line("Mug", 1))).Number);
    }

    [Fact]
    public async Task Sells_the_last_one_once()
    {
        await using var shop = await Stocked();
        var intake = Intake(Line("Mug", 1, sku: "MUG")) with { InventoryBehavior = InventoryBehavior.Deduct };

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => shop.Intake.TakeIn(shop.Manager, shop.Acme.Id, intake))));

        Assert.Equal(5, taken.Count(each => each.Problem is null));
        Assert.Equal(5, shop.Count("orders"));
    }

    [Fact]
    public async Task Is_brought_in_once_a_sku_and_site()
    {
        await using var shop = await Stocked();

        var added = await shop.Variants.TakeIn(shop.Manager, shop.Acme.Id, [Mug with { OnHand = 99 }, new IntakeVariant("BOWL", "p3", "Bowl", 1, "EUR", 0), new IntakeVariant("BOWL", "p3", "Twice", 1, "EUR", 0)]);

        Assert.Equal(1, added.OrThrow());
        Assert.Equal(5, (await shop.Order(Line("Mug", 1, sku: "MUG"))).Lines[0].OnHand);
        Assert.Equal(2, (await shop.Variants.TakeIn(shop.Manager, shop.Kumo.Id, [Mug, Tray])).OrThrow());
    }

    [Fact]
    public async Task Is_brought_in_by_whoever_may_and_as_it_should_be()
    {
        await using var shop = await Shop();
        var wrong = new IntakeVariant("", "p", new string('n', 501), -1, "EURO", -1);

        Assert.Equal(
            ["variants[1].sku", "variants[1].name", "variants[1].price", "variants[1].on_hand", "variants[1].currency"],
            Expect.InvalidFields(await shop.Variants.TakeIn(shop.Manager, shop.Acme.Id, [Mug, wrong])));
        Expect.Forbidden(await shop.Variants.TakeIn(shop.Ana, shop.Acme.Id, [Mug]));
        Expect.NotFound(await shop.Variants.TakeIn(shop.Kenji, shop.Acme.Id, [Mug]));
        Assert.Equal(0, shop.Count("variants"));
    }

    private static async Task<Shop> Stocked()
    {
        var shop = await Shop();
        (await shop.Variants.TakeIn(shop.Manager, shop.Acme.Id, [Mug, Tray])).OrThrow();
        return shop;
    }
}
