using System.Text.Json;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Kernel;

public sealed class IdsAreWritten
{
    [Fact]
    public void With_their_prefix_and_read_back_the_same()
    {
        var id = Id<Order>.New();

        var text = id.ToString();

        Assert.Matches("^ord_[0-7][0-9a-hjkmnp-tv-z]{25}$", text);
        Assert.Equal(id, Id<Order>.Parse(text));
        Assert.Equal(id, JsonSerializer.Deserialize<Id<Order>>(JsonSerializer.Serialize(id)));
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(id));
    }

    [Fact]
    public void In_all_128_bits()
    {
        var (least, most) = (new Id<Order>(Guid.Empty), new Id<Order>(Guid.AllBitsSet));

        Assert.Equal("ord_00000000000000000000000000", least.ToString());
        Assert.Equal("ord_7zzzzzzzzzzzzzzzzzzzzzzzzz", most.ToString());
        Assert.Equal(most, Id<Order>.Parse(most.ToString()));
        for (var i = 0; i < 1000; i++)
        {
            var any = new Id<Order>(Guid.NewGuid());
            Assert.Equal(any, Id<Order>.Parse(any.ToString()));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ord_")]
    [InlineData("ful_01jd0000000000000000000000")]
    [InlineData("ORD_01jd0000000000000000000000")]
    [InlineData("ord_01JD0000000000000000000000")]
    [InlineData("ord_01jd000000000000000000000")]
    [InlineData("ord_01jd00000000000000000000000")]
    [InlineData("ord_80000000000000000000000000")]
    [InlineData("ord_01jd000000000000000000000i")]
    [InlineData("ord_01jd000000000000000000000é")]
    [InlineData("1042")]
    [InlineData("' OR 1=1 --")]
    public void And_nothing_else_is_one(string? text)
    {
        Assert.False(Id<Order>.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => Id<Order>.Parse(text!));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Id<Order>>(JsonSerializer.Serialize(text)));
    }

    [Fact]
    public void In_the_order_of_time()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        var ids = Enumerable.Range(0, 200).Select(i => Id<Fulfillment>.New(start.AddMilliseconds(i * i))).ToList();

        Assert.All(ids.Zip(ids.Skip(1)), pair =>
        {
            Assert.True(pair.First < pair.Second);
            Assert.True(string.CompareOrdinal(pair.First.ToString(), pair.Second.ToString()) < 0);
        });
        Assert.True(ids[0] < ids[1] && ids[1] > ids[0] && ids[0] <= ids[1] && ids[1] >= ids[0]);
    }
}
