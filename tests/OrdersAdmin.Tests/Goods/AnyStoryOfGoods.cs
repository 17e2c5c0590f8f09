using System.Globalization;
using OrdersAdmin.Refunds;
using OrdersAdmin.Tests.Refunds;
using static OrdersAdmin.Tests.Given;

namespace OrdersAdmin.Tests.Goods;

/// <summary>
/// Shipping, returning, exchanging, refunding and cancelling in any order, one after another and all at once: every unit stays in one place, stock is its ledger, and money adds up.
/// GOODS_STORIES sets how many stories run; 40000 make about a million deeds. PROPERTY_SEED repeats a run.
/// </summary>
public sealed class AnyStoryOfGoods
{
    private const int InOneShop = 40;
    private static readonly int Stories = int.TryParse(Environment.GetEnvironmentVariable("GOODS_STORIES"), CultureInfo.InvariantCulture, out var given) ? given : 24;

    [Fact]
    public async Task Goes_as_the_model_says_after_every_deed()
    {
        var (deeds, accepted) = (0, 0);
        await Each(async (shop, number, story) =>
        {
            var scene = await GoodsScene.Open(shop, number);
            foreach (var deed in story.Deeds)
            {
                var before = (await shop.Read(scene.Order)).Version;
                var done = await scene.Try(deed);

                Assert.True(done || before == (await shop.Read(scene.Order)).Version, $"{deed} was refused and left a trace.");
                await shop.Hold(scene, followed: true);
                (deeds, accepted) = (deeds + 1, accepted + (done ? 1 : 0));
            }
        }, Stories);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{deeds:#,0} deeds, {accepted:#,0} of them accepted, no violation"));
    }

    [Fact]
    public async Task Holds_while_many_act_at_once() => await Each(async (shop, number, story) =>
    {
        var scene = await GoodsScene.Open(shop, number);
        foreach (var together in story.Deeds.Chunk(6))
        {
            await Task.WhenAll(together.Select(deed => scene.Try(deed, follow: false)));
            await shop.Hold(scene, followed: false);
        }
    }, Stories / 2);

    private static async Task Each(Func<Shop, int, GoodsStory, Task> run, int stories)
    {
        for (var first = 0; first < stories; first += InOneShop)
        {
            await using var shop = await Shop();
            var number = 0;
            Always.Holds(GoodsStory.Any(length: 34), story => run(shop, ++number, story), Math.Min(InOneShop, stories - first));
            Assert.Empty(await new LedgerCheck(shop.Database, RefundShop.Nowhere(shop), shop.Clock).Run());
        }
    }
}
