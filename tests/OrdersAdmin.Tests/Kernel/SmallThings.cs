using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Kernel;

public sealed class SmallThings
{
    [Theory]
    [InlineData(-60, "just now")]
    [InlineData(0, "just now")]
    [InlineData(4, "just now")]
    [InlineData(5, "5 s ago")]
    [InlineData(59, "59 s ago")]
    [InlineData(60, "1 min ago")]
    [InlineData(3599, "59 min ago")]
    [InlineData(3600, "1 h ago")]
    [InlineData(86_399, "23 h ago")]
    [InlineData(86_400, "1 day ago")]
    [InlineData(86_400 * 400, "400 days ago")]
    public void Ago_speaks_the_largest_unit(int seconds, string words) => Assert.Equal(words, Ago.Of(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0 items")]
    [InlineData(1, "1 item")]
    [InlineData(1204, "1,204 items")]
    public void Counts_agree_with_their_noun(int count, string words) => Assert.Equal(words, Text.Count(count, "item"));

    [Fact]
    public void A_result_is_the_value_or_the_problem()
    {
        Result<int> good = 7;
        Result<int> bad = new Problem.Refused("No.");

        Assert.True(good.TryGet(out var value, out var none));
        Assert.Equal((7, null), (value, none));
        Assert.False(bad.TryGet(out _, out var problem));
        Assert.Equal("No.", problem.Message);
        Assert.Equal(("7", "No."), (good.Match(ok => $"{ok}", refused => refused.Message), bad.Match(ok => $"{ok}", refused => refused.Message)));
        Assert.Equal(7, good.OrThrow());
        Assert.Equal("No.", Assert.Throws<InvalidOperationException>(() => bad.OrThrow()).Message);
    }

    [Fact]
    public void An_invalid_input_says_each_sentence_once()
    {
        var problem = new Problem.Invalid([new("a", "Too long."), new("b", "Too long."), new("c", "Missing.")]);

        Assert.Equal("Too long. Missing.", problem.Message);
    }

    [Fact]
    public void A_cursor_reads_back_the_same()
    {
        var cursor = new OrderCursor(PlaceInList.Of(Given.Today) + 3);

        Assert.True(OrderCursor.TryParse(cursor.ToString(), out var read));
        Assert.Equal(cursor, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1")]
    [InlineData("1-")]
    [InlineData("1-2-3")]
    [InlineData("x-y")]
    [InlineData("ffffffffffffffff-1")]
    [InlineData("7fffffffffffffff-1")]
    [InlineData("1-8000000000000000")]
    [InlineData("10000000000000000-1")]
    [InlineData(" 1-2")]
    public void And_nothing_else_is_a_cursor(string text) => Assert.False(OrderCursor.TryParse(text, out _));
}
