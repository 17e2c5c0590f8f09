using OrdersAdmin.Kernel;
using static OrdersAdmin.Tests.Kernel.TransitionTables.Act;
using static OrdersAdmin.Tests.Kernel.TransitionTables.Door;

namespace OrdersAdmin.Tests.Kernel;

public sealed class TransitionTables
{
    private static readonly TransitionTable<Door, Act> Table = new(start: Closed)
    {
        { Closed, Push, Ajar },
        { Closed, Push, Open },
        { Ajar,   Push, Open },
        { Ajar,   Pull, Closed },
    };

    internal enum Door { Closed = 1, Ajar, Open }

    internal enum Act { Push = 1, Pull }

    [Fact]
    public void Permit_what_they_list_and_nothing_else()
    {
        Assert.Equal(Closed, Table.Start);
        Assert.True(Table.Permits(Closed, Push) && Table.Permits(Closed, Push, Ajar) && Table.Permits(Closed, Push, Open));
        Assert.False(Table.Permits(Closed, Pull) || Table.Permits(Open, Push) || Table.Permits(Closed, Push, Closed));
    }

    [Fact]
    public void Name_each_action_once_in_their_own_order()
    {
        Assert.Equal([Push], Table.ActionsIn(Closed));
        Assert.Equal([Push, Pull], Table.ActionsIn(Ajar));
        Assert.Empty(Table.ActionsIn(Open));
        Assert.Equal(4, Table.Count());
    }
}
