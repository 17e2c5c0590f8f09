using OrdersAdmin.Channels;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Refunds;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tests.Web;

/// <summary>Every text that people or other systems write is markup here, and every page that shows it shows it as text.</summary>
public sealed class ShowingMarkup
{
    /// <summary>Ends an attribute, a text and a script, and leaves an element that is easy to find.</summary>
    private const string Evil = "\"'></script><b data-evil>";

    private static readonly Actor Test = Actor.System("Test");

    [Fact]
    public async Task Leaves_it_a_text_on_every_page()
    {
        await using var shop = new ShopFactory("Production", null,
            ("OrdersAdmin:Stripe:SecretKey", "sk_test_1"), ("OrdersAdmin:Stripe:WebhookSecrets:0", "whsec_1"), ("OrdersAdmin:Stripe:BaseUrl", "http://127.0.0.1:1"));
        var owner = Actor.Staff(await shop.Hire("olga@shop.test"), Evil);
        await shop.Change(owner.StaffId!.Value, details => details with { Name = Evil });
        var order = await OrderFullOfMarkup(shop, owner);
        using var visitor = await shop.SignedIn("olga@shop.test");

        foreach (var address in (string[])["/orders", $"/orders/{order}", $"/orders/{order}?dialog=fulfill", $"/orders/{order}?dialog=refund", $"/orders/{order}/packing-slip",
            $"/orders?q={Uri.EscapeDataString(Evil)}", $"/orders?tag={Uri.EscapeDataString(Evil)}", "/refunds/review", "/settings/sites", "/settings/staff", "/import"])
        {
            await visitor.Get(address);

            Assert.True(visitor.Response.IsSuccessStatusCode, $"{address} answers {visitor.Status}");
            Assert.Null(visitor.Page.QuerySelector("[data-evil]"));
            if (!address.StartsWith("/import", StringComparison.Ordinal))
                Assert.True((visitor.Text + visitor.Page.QuerySelector("[value*='data-evil']")?.GetAttribute("value")).Contains(Evil, StringComparison.Ordinal), $"{address} shows it nowhere: {visitor.Text}");
        }
    }

    private static async Task<Id<Order>> OrderFullOfMarkup(ShopFactory shop, Actor owner)
    {
        var site = (await shop.Service<SiteWorkflow>().Open(Test, new SiteDetails("acme", Evil, "EUR", "UTC"))).OrThrow();
        var line = new IntakeLine { Name = Evil, Sku = Evil, ProductId = Evil, Reference = Evil, Quantity = 3, UnitPrice = 40_000 };
        var address = new Address { Name = Evil, Company = Evil, Line1 = Evil, Line2 = Evil, City = Evil, Region = Evil, PostalCode = "75002", CountryCode = "FR" };
        var taken = await shop.Service<IntakeWorkflow>().TakeIn(Test, site.Id, Given.Intake(line) with
        {
            ChannelName = Evil,
            ChannelNumber = Evil,
            ExternalOrderReference = Evil,
            CreatedOn = DateTimeOffset.UnixEpoch.AddYears(56),
            Customer = new IntakeCustomer("zoe@example.com", Evil, Evil),
            ShippingAddress = address,
            BillingAddress = address with { Line2 = Evil + Evil },
            DiscountLines = [new DiscountLine(Evil, Evil, 1000)],
            ShippingLine = new IntakeShipping(Evil, 500, Evil),
            Totals = new OrderTotals(120_000, 1000, 500, 0, 119_500),
            Payments = [new IntakePayment("stripe", "pi_1", Evil, Captured: 119_500)],
            Note = Evil,
            CustomerNote = Evil,
            Tags = [Evil],
            FormSubmission = [new FormAnswer(Evil, Evil)],
        });
        var order = taken.OrThrow().OrderId;
        (await shop.Service<FulfillmentWorkflow>().Fulfill(owner, order, new FulfillItems(
            Evil, Evil, Evil, Items: [new((await shop.Service<OrderQueries>().Get(Test, order)).OrThrow().Lines[0].Id, 1)]))).OrThrow();
        // Above their limit, so that it waits in the queue.
        var support = Actor.Staff(await shop.Hire("sam@shop.test", Role.Support, "acme"), Evil);
        (await shop.Service<RefundWorkflow>().Request(support, order, new RequestRefund(new RefundChoice { Amount = 60_000 }, "Goodwill", Evil))).OrThrow();
        return order;
    }
}
