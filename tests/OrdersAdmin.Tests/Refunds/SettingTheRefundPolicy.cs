using OrdersAdmin.Kernel;
using OrdersAdmin.Refunds;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Refunds;
using static OrdersAdmin.Tests.Refunds.RefundShop;

namespace OrdersAdmin.Tests.Refunds;

public sealed class SettingTheRefundPolicy
{
    private static readonly RefundPolicyDetails Strict = new(50_000, [new(Role.Support, 0, 0), new(Role.Manager, 20_000, null), new(Role.Owner, null, null)], [new("Broken", "requested_by_customer")]);

    [Fact]
    public async Task Counts_from_the_next_request_on_and_only_on_its_site()
    {
        await using var shop = await Given.Shop();
        var policies = new RefundPolicyWorkflow(shop.Database);
        var order = await shop.Order(Given.Line("Desk", 1, 100_000));
        var before = (await shop.Refund(order, Amount(10_000), shop.Support)).OrThrow();

        var saved = (await policies.Change(shop.Owner, shop.Acme.Id, Strict, expectedVersion: 0)).OrThrow();

        var quote = await shop.Quote(order, Amount(1), shop.Support);
        var large = await shop.Quote(order, Amount(50_001));
        Assert.Equal((1, "EUR"), (saved.Version, saved.Currency.Code));
        Assert.Equal(RefundState.Approved, before.State);
        Assert.Equal("It is above the requester's limit of €0.00.", quote.WhyApproval);
        Assert.Equal("Above €500.00 a second person decides.", large.WhyApproval);
        Assert.Equal(["Broken"], quote.Reasons);
        Assert.Equal("Choose one of the reasons.", Expect.Invalid(await shop.Refund(order, Amount(1)), "reason"));
        Assert.Equal(0, (await policies.Get(shop.Manager, shop.Kumo.Id)).OrThrow().Version);
    }

    [Fact]
    public async Task Is_the_owners_on_what_they_saw_and_names_what_is_wrong()
    {
        await using var shop = await Given.Shop();
        var policies = new RefundPolicyWorkflow(shop.Database);
        (await policies.Change(shop.Owner, shop.Acme.Id, Strict, 0)).OrThrow();
        var before = shop.AllRows();

        Expect.Forbidden(await policies.Change(shop.Manager, shop.Acme.Id, Strict, 1));
        Expect.Stale(await policies.Change(shop.Owner, shop.Acme.Id, Strict, 0));
        Assert.Equal(
            ["second_person_above", "limits[0]", "limits[1].role", "reasons[1].name", "reasons[1].provider_reason"],
            Expect.InvalidFields(await policies.Change(shop.Owner, shop.Acme.Id, new(-1, [new(Role.Support, -1, 0), new(Role.Support, 1, 1)], [new("Broken"), new("Broken", "because")]), 1)));
        Assert.Equal("Name 1 to 50 reasons.", Expect.Invalid(await policies.Change(shop.Owner, shop.Acme.Id, Strict with { Reasons = [] }, 1), "reasons"));

        Assert.Equal(before, shop.AllRows());
    }

    [Theory]
    [InlineData("EUR", "100.00", "12.5", 1250)]
    [InlineData("JPY", "10000", "1250", 1250)]
    [InlineData("KWD", "100.000", "12.5", 12_500)]
    public void The_form_speaks_the_sites_currency(string code, string shown, string typed, long minor)
    {
        var currency = Currency.Parse(code);
        var limit = currency.Decimals == 3 ? 100_000 : 10_000;
        var policy = new RefundPolicyView(default, currency, null, [new(Role.Support, limit, null)], [new("Broken")], 0);
        var form = new PolicyForm(policy, currency);
        Assert.Equal((shown, null, "0", null), (form.Limits[0].PerRefund, form.Limits[0].PerDay, form.Limits[1].PerRefund?[..1], form.SecondPersonAbove));

        form.SecondPersonAbove = typed;
        form.Limits[1].PerRefund = " ";
        form.Reasons.Add(new ReasonField { Name = " Late ", ProviderReason = "duplicate" });
        var details = form.Details().OrThrow();
        form.Limits[0].PerDay = "much";

        Assert.Equal((minor, null), (details.SecondPersonAbove, details.Limits[1].PerRefund));
        Assert.Equal([new("Broken"), new("Late", "duplicate")], details.Reasons);
        Assert.Equal("limits[0].per_day", Assert.Single(Expect.InvalidFields(form.Details())));
    }
}
