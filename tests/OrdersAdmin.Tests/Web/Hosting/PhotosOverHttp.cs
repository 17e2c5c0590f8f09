using System.Net;
using OrdersAdmin.Channels;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Tests.Web;

public sealed class PhotosOverHttp
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4];
    private static readonly Actor Desk = Actor.System("Desk");

    [Fact]
    public async Task Show_to_whoever_works_on_the_site_and_to_nobody_else()
    {
        await using var shop = new ShopFactory();
        var photo = await Photo(shop);
        await shop.OpenSite("kumo");
        await shop.Hire("ben@shop.test", Role.Staff, "acme");
        await shop.Hire("kenji@shop.test", Role.Staff, "kumo");
        using var ben = await shop.SignedIn("ben@shop.test");
        using var kenji = await shop.SignedIn("kenji@shop.test");
        using var stranger = shop.Visitor();

        await ben.Get($"/returns/photos/{photo.Id}");
        await kenji.Get($"/returns/photos/{photo.Id}");
        await stranger.Get($"/returns/photos/{photo.Id}");

        Assert.Equal((HttpStatusCode.OK, "image/png"), (ben.Status, ben.Response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("nosniff", ben.Response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotFound, kenji.Status);
        Assert.Equal("/account/sign-in", stranger.Url.AbsolutePath);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("pho_nonsense")]
    public async Task That_do_not_exist_are_not_found(string id)
    {
        await using var shop = new ShopFactory();
        await shop.Hire("ben@shop.test");
        using var ben = await shop.SignedIn("ben@shop.test");

        await ben.Get($"/returns/photos/{id}");

        Assert.Equal(HttpStatusCode.NotFound, ben.Status);
    }

    [Fact]
    public async Task Are_taken_from_our_own_pages_alone()
    {
        await using var shop = new ShopFactory();
        var photo = await Photo(shop);
        await shop.Hire("ben@shop.test");
        using var ben = await shop.SignedIn("ben@shop.test");
        await ben.Get("/orders");
        var token = ben.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await ben.Upload($"/returns/{photo.Return.Id}/photos", Png);
        var forged = ben.Status;
        await ben.Upload($"/returns/{photo.Return.Id}/photos", Png, ("__RequestVerificationToken", token));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NoContent), (forged, ben.Status));
        Assert.Equal(2, (await shop.Service<ReturnQueries>().Get(Desk, photo.Return.Id)).OrThrow().Photos.Count);
    }

    private static async Task<(Id<ReturnPhoto> Id, ReturnView Return)> Photo(ShopFactory shop)
    {
        var site = (await shop.OpenSite("acme")).OrThrow();
        var taken = (await shop.Service<IntakeWorkflow>().TakeIn(Desk, site.Id, Given.Intake(Given.Line("Tote", 1)) with { CreatedOn = DateTimeOffset.UtcNow })).OrThrow();
        (await shop.Service<FulfillmentWorkflow>().Fulfill(Desk, taken.OrderId, new FulfillItems("DHL"))).OrThrow();
        var order = (await shop.Service<OrderQueries>().Get(Desk, taken.OrderId)).OrThrow();
        var made = (await shop.Service<ReturnWorkflow>().Request(Desk, order.Id, new RequestReturn([new(order.Lines[0].Id, 1)], "Does not fit", Approve: true, Notify: false))).OrThrow();
        (await shop.Service<ReturnWorkflow>().Receive(Desk, made.ReturnId, new ReceiveReturn())).OrThrow();
        using var content = new MemoryStream(Png);
        var photo = (await shop.Service<ReturnPhotoWorkflow>().Add(Desk, made.ReturnId, content)).OrThrow();
        return (photo.Id, (await shop.Service<ReturnQueries>().Get(Desk, made.ReturnId)).OrThrow());
    }
}
