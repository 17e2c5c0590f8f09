using OrdersAdmin.Returns;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Returns;

public sealed class PhotosOfAReturn
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 5, 6, 7];

    [Fact]
    public async Task Lie_beside_the_database_under_names_of_our_own()
    {
        await using var shop = await Shop();
        var back = await Arrived(shop);

        var added = await Add(shop, back, Png, caption: " ../../etc ");
        var file = (await Photos(shop).Open(shop.Ana, added.Id)).OrThrow();

        Assert.Equal(("image/png", 12, "../../etc", "Ana"), (added.ContentType, added.Size, added.Caption, added.By));
        Assert.Equal(Path.Combine(Path.GetDirectoryName(shop.DatabasePath)!, "photos", $"{added.Id}.png"), file.Path);
        Assert.Equal(Png, await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));
        Assert.Equal(added.Id, Assert.Single((await shop.Read(back.Id)).Photos).Id);
    }

    [Fact]
    public async Task Are_pictures_of_at_most_eight_megabytes_whatever_they_are_called()
    {
        await using var shop = await Shop();
        var back = await Arrived(shop);

        var script = await Try(shop, back, "<svg onload=alert(1)>"u8.ToArray());
        var empty = await Try(shop, back, []);
        var huge = await Try(shop, back, [.. Jpeg, .. new byte[ReturnPhotoWorkflow.MostBytes]]);

        Assert.Equal("Choose a JPEG, PNG or WebP picture.", Expect.Invalid(script, "photo"));
        Expect.Invalid(empty, "photo");
        Assert.Equal("A photo has at most 8 MB.", Expect.Invalid(huge, "photo"));
        Assert.Empty((await shop.Read(back.Id)).Photos);
    }

    [Fact]
    public async Task Are_at_most_twenty_and_a_refused_one_leaves_no_file()
    {
        await using var shop = await Shop();
        var back = await Arrived(shop);
        for (var i = 0; i < ReturnPhotoWorkflow.MostPerReturn; i++)
            await Add(shop, back, Jpeg);

        Expect.Refused(await Try(shop, back, Jpeg));

        Assert.Equal(ReturnPhotoWorkflow.MostPerReturn, Directory.GetFiles(Path.Combine(Path.GetDirectoryName(shop.DatabasePath)!, "photos")).Length);
    }

    [Fact]
    public async Task Belong_to_goods_that_came_and_are_seen_on_the_site_alone()
    {
        await using var shop = await Shop();
        var announced = await shop.Announced(await shop.Shipped(Line("Mug", 1)), 1);
        var back = await Arrived(shop);
        var added = await Add(shop, back, Jpeg);

        Expect.Refused(await Try(shop, announced, Jpeg));
        Expect.NotFound(await Photos(shop).Open(shop.Kenji, added.Id));
        Expect.NotFound(await Photos(shop).Open(shop.Ana, default));
    }

    private static async Task<ReturnView> Arrived(Shop shop) => await shop.Receive(await shop.Approved(await shop.Shipped(Line("Mug", 1)), 1));

    private static ReturnPhotoWorkflow Photos(Shop shop) => new(shop.Database, shop.Clock);

    private static async Task<PhotoView> Add(Shop shop, ReturnView back, byte[] bytes, string? caption = null) => (await Try(shop, back, bytes, caption)).OrThrow();

    private static async Task<OrdersAdmin.Kernel.Result<PhotoView>> Try(Shop shop, ReturnView back, byte[] bytes, string? caption = null)
    {
        using var stream = new MemoryStream(bytes);
        return await Photos(shop).Add(shop.Ana, back.Id, stream, caption: caption, cancel: TestContext.Current.CancellationToken);
    }
}
