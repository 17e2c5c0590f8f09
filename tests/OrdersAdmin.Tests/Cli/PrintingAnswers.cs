using System.Text;
using OrdersAdmin.Channels;
using OrdersAdmin.Tests.Web.Api;

namespace OrdersAdmin.Tests.Cli;

[Collection(nameof(CommandLine))]
public sealed class PrintingAnswers(CommandLine given)
{
    [Fact]
    public async Task Json_is_what_the_shop_sent_byte_for_byte()
    {
        using var terminal = given.Terminal();
        var order = await given.Shop.Order(intake => intake with { Customer = new IntakeCustomer("zoe@example.com", "Zoë \u001b[31m雲") });

        var got = (await terminal.Run($"orders get {order.Id} --json")).Ended(0);
        var listed = (await terminal.Run($"orders list --number {order.Number} --json")).Ended(0);

        Assert.Equal((await given.Shop.Get($"{ApiShop.Orders}/{order.Id}")).Body, got.Text);
        Assert.Equal((await given.Shop.Get($"{ApiShop.Orders}?number={order.Number}&envelope=false")).Body, listed.Text);
        Assert.Equal($"[{got.Text}]", listed.Text);
    }

    [Fact]
    public async Task Into_a_pipe_go_fields_between_tabs_without_color()
    {
        using var terminal = given.Terminal();
        var order = await given.Order();

        var ran = (await terminal.Run($"orders list --number {order.Number}")).Ended(0);

        Assert.Equal(2, ran.Lines.Length);
        Assert.Equal("ORDER\tNUMBER\tSITE\tPLACED\tBUYER\tSTATUS\tPAYMENT\tTOTAL", ran.Lines[0]);
        Assert.Equal($"{order.Id}\t#{order.Number}\tacme\t2026-03-02 08:30Z\tZoë Müller\tpending\tpaid\t50.00 EUR", ran.Lines[1]);
        Assert.DoesNotContain('\u001b', ran.Text);
    }

    [Fact]
    public async Task On_a_terminal_it_is_drawn_and_NO_COLOR_is_honored()
    {
        using var terminal = new Terminal(("ORDERS_ADMIN_URL", given.Address.ToString()), ("ORDERS_ADMIN_TOKEN", given.Shop.Writer)) { IsLookedAt = true };
        var order = await given.Order();

        var colored = (await terminal.Run($"orders get {order.Id}")).Ended(0);
        var plain = (await terminal.With("NO_COLOR", "1").Run($"orders get {order.Id}")).Ended(0);

        Assert.Contains("\u001b[1m", colored.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', plain.Text);
        Assert.All((string[])["Plate", "10.00 EUR", order.Items[0].Id.ToString(), "──"], part => Assert.Contains(part, plain.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_buyer_typed_cannot_steer_the_terminal(bool isLookedAt)
    {
        using var terminal = new Terminal(("ORDERS_ADMIN_URL", given.Address.ToString()), ("ORDERS_ADMIN_TOKEN", given.Shop.Writer), ("NO_COLOR", "1")) { IsLookedAt = isLookedAt };
        var order = await given.Shop.Order(intake => intake with { Customer = new IntakeCustomer("zoe@example.com", "[red]Zoë\u001b]0;owned\u0007\u009b2J[/]") });

        var ran = (await terminal.Run($"orders get {order.Id}")).Ended(0);

        Assert.Contains("[red]Zoë", ran.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ran.Text, letter => char.IsControl(letter) && letter is not ('\n' or '\t'));
    }

    [Fact]
    public async Task A_page_says_that_more_follow_and_where()
    {
        using var terminal = given.Terminal();
        foreach (var _ in Enumerable.Range(0, 3))
            await given.Order();

        var first = (await terminal.Run("orders list --limit 2 --json")).Ended(0);
        var cursor = first.Words[(first.Words.IndexOf("--cursor ", StringComparison.Ordinal) + "--cursor ".Length)..].Trim();
        var second = (await terminal.Run($"orders list --limit 2 --cursor {cursor} --json")).Ended(0);

        Assert.Equal(2, first.Json.GetArrayLength());
        Assert.Empty(Ids(first).Intersect(Ids(second), StringComparer.Ordinal));
    }

    [Fact]
    public async Task All_follows_the_pages_and_prints_one_order_a_line()
    {
        using var terminal = given.Terminal();
        var tag = $"t{Guid.NewGuid():N}";
        var orders = new List<string>();
        foreach (var _ in Enumerable.Range(0, 5))
        {
            var order = await given.Order();
            (await terminal.Run($"orders update {order.Id} --tag {tag}")).Ended(0);
            orders.Insert(0, Encoding.UTF8.GetString((await terminal.Run($"orders get {order.Id} --json")).Output));
        }

        var ran = (await terminal.Run($"orders list --tag {tag} --limit 2 --all")).Ended(0);

        Assert.Equal(orders, ran.Lines);
        Assert.Equal("", ran.Words);
    }

    private static IEnumerable<string> Ids(Ran ran) => ran.Json.EnumerateArray().Select(order => order.GetProperty("id").GetString()!);
}
