using OrdersAdmin.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Returns;

public sealed class TheReturnPolicy
{
    [Fact]
    public async Task Counts_its_window_from_delivery_and_until_then_from_shipping()
    {
        await using var shop = await Shop();
        var (sent, arrived) = (await shop.Shipped(Line("Mug", 1)), await shop.Shipped(Line("Mug", 1)));
        shop.Clock.Advance(TimeSpan.FromDays(10));
        await shop.Deliver(arrived, 1);
        shop.Clock.Advance(TimeSpan.FromDays(25));

        var late = (await shop.ReturnQueries().Form(shop.Support, sent.Id)).OrThrow().Lines[0];
        var inTime = (await shop.ReturnQueries().Form(shop.Support, arrived.Id)).OrThrow().Lines[0];

        Assert.Equal((false, "The 30 days after shipping ended on 1 Apr 2026."), (late.InPolicy, late.Verdict));
        Assert.Equal((true, "Within 30 days of delivery, until 11 Apr 2026."), (inTime.InPolicy, inTime.Verdict));
    }

    [Fact]
    public async Task Binds_support_and_lets_a_manager_decide_otherwise_on_the_record()
    {
        await using var shop = await Shop();
        var order = await shop.Shipped(Line("Mug", 1));
        shop.Clock.Advance(TimeSpan.FromDays(40));
        var command = ReturnShop.Request(order, 1);

        var refused = await shop.Returns().Request(shop.Support, order.Id, command);
        var forbidden = await shop.Returns().Request(shop.Support, order.Id, command with { OverrideReason = "A good customer" });
        var silent = await shop.Returns().Request(shop.Manager, order.Id, command);
        var made = (await shop.Returns().Request(shop.Manager, order.Id, command with { OverrideReason = "A good customer" })).OrThrow();

        Assert.Equal("Mug: The 30 days after shipping ended on 1 Apr 2026. A manager can decide otherwise.", Expect.Refused(refused).Message);
        Expect.Forbidden(forbidden);
        Expect.Refused(silent);
        Assert.Equal("A good customer (Mia Manager)", (await shop.Read(made.ReturnId)).PolicyOverride);
        Assert.Contains("against the policy, because A good customer", (await shop.Read(order.Id)).Timeline[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_nothing_back_of_a_final_sale()
    {
        await using var shop = await Shop();
        var order = await shop.Ship(await shop.Order(Intake(Line("Mug", 1)) with { Tags = ["Final-Sale"] }));

        var form = (await shop.ReturnQueries().Form(shop.Support, order.Id)).OrThrow();

        Assert.Equal((false, "Final sale: the order has the tag final-sale.", 1), (form.Lines[0].InPolicy, form.Lines[0].Verdict, form.Lines[0].Returnable));
        Expect.Refused(await shop.Returns().Request(shop.Support, order.Id, ReturnShop.Request(order, 1)));
    }

    [Fact]
    public async Task Is_changed_by_owners_and_says_what_it_says()
    {
        await using var shop = await Shop();
        var now = (await shop.ReturnPolicies().Get(shop.Support, shop.Acme.Id)).OrThrow();
        var rules = now.Rules with { WindowDays = 14, RestockingPercent = 15, ReturnShippingFee = 490, Reasons = [new(" Too big ")] };

        Expect.Forbidden(await shop.ReturnPolicies().Change(shop.Manager, shop.Acme.Id, rules, now.Version));
        var changed = (await shop.ReturnPolicies().Change(shop.Owner, shop.Acme.Id, rules, now.Version)).OrThrow();
        Expect.Stale(await shop.ReturnPolicies().Change(shop.Owner, shop.Acme.Id, rules, now.Version));

        var order = await shop.Shipped(Line("Mug", 1));
        var form = (await shop.ReturnQueries().Form(shop.Support, order.Id)).OrThrow();
        Assert.Equal("Too big", Assert.Single(changed.Rules.Reasons).Name);
        Assert.Equal("Returns within 14 days of delivery; 15 % restocking fee and €4.90 for the way back, unless it is the shop's fault.", form.Policy);
        Assert.Equal(changed.Rules.Reasons, form.Reasons);
        Expect.Invalid(await shop.Returns().Request(shop.Support, order.Id, ReturnShop.Request(order, 1)), "reason");
    }

    [Fact]
    public async Task Names_every_wrong_field()
    {
        await using var shop = await Shop();
        var rules = new ReturnRules(0, ["", new string('t', 41)], [new("A"), new("A"), new("")], 101, -1, 0);

        var result = await shop.ReturnPolicies().Change(shop.Owner, shop.Acme.Id, rules, 0);

        Assert.Equal(
            ["final_sale_tags[0]", "final_sale_tags[1]", "never_came_after_days", "reasons[1].name", "reasons[2].name", "restocking_percent", "return_shipping_fee", "window_days"],
            Expect.InvalidFields(result).Order(StringComparer.Ordinal));
        Expect.NotFound(await shop.ReturnPolicies().Get(shop.Kenji, shop.Acme.Id));
    }
}
