using System.Runtime.Versioning;

namespace OrdersAdmin.Tests.Cli;

[Collection(nameof(CommandLine))]
public sealed class SigningIn(CommandLine given)
{
    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Keeps_the_token_where_its_owner_alone_can_read_it_and_uses_it()
    {
        using var terminal = new Terminal();
        var kept = Path.Combine(terminal.Home, ".config", "orders-admin", "login.json");

        var ran = (await terminal.Type(given.Shop.Writer + "\n", "login", "--url", given.Address.ToString())).Ended(0);

        Assert.Contains("Warehouse\tread:orders, write:orders\tacme\tnever", ran.Text, StringComparison.Ordinal);
        Assert.Contains(kept, ran.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(given.Shop.Writer, ran.Text + ran.Words, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(kept));
        Assert.Equal([kept], Directory.GetFiles(Path.GetDirectoryName(kept)!));
        (await terminal.Run("orders list")).Ended(0);
    }

    [Fact]
    public async Task Honors_the_folder_that_XDG_names_and_an_environment_that_says_otherwise()
    {
        using var terminal = new Terminal();
        terminal.With("XDG_CONFIG_HOME", Path.Combine(terminal.Home, "xdg"));
        (await terminal.Type(given.Shop.Reader, "login", "--url", given.Address.ToString())).Ended(0);
        var order = await given.Order();

        (await terminal.Run($"orders update {order.Id} --note x")).Ended(4);
        (await terminal.With("ORDERS_ADMIN_TOKEN", given.Shop.Writer).Run($"orders update {order.Id} --note x")).Ended(0);

        Assert.True(File.Exists(Path.Combine(terminal.Home, "xdg", "orders-admin", "login.json")));
    }

    [Fact]
    public async Task Keeps_nothing_that_the_shop_does_not_know()
    {
        using var terminal = new Terminal();

        (await terminal.Type("aly_wrong", "login", "--url", given.Address.ToString())).Ended(3);
        (await terminal.Type("two words", "login", "--url", given.Address.ToString())).Ended(2);
        (await terminal.Type("", "login", "--url", given.Address.ToString())).Ended(2);

        Assert.False(Directory.Exists(Path.Combine(terminal.Home, ".config")));
    }

    [Fact]
    public async Task Ends_with_logout_which_may_be_said_twice()
    {
        using var terminal = new Terminal();
        (await terminal.Type(given.Shop.Writer, "login", "--url", given.Address.ToString())).Ended(0);

        var first = (await terminal.Run("logout")).Ended(0);
        var second = (await terminal.Run("logout")).Ended(0);

        Assert.Contains("Signed out", first.Words, StringComparison.Ordinal);
        Assert.Equal("Nobody was signed in.", second.Words.Trim());
        Assert.Empty(Directory.GetFiles(Path.Combine(terminal.Home, ".config", "orders-admin")));
        (await terminal.With("ORDERS_ADMIN_URL", given.Address.ToString()).Run("orders list")).Ended(3);
    }

    [Fact]
    public async Task The_token_goes_to_no_other_shop()
    {
        await using var elsewhere = await Wire.To(given.Address);
        using var terminal = new Terminal();
        (await terminal.Type(given.Shop.Writer, "login", "--url", given.Address.ToString())).Ended(0);

        (await terminal.With("ORDERS_ADMIN_URL", elsewhere.Address.ToString()).Run("orders list")).Ended(3);

        Assert.Empty(elsewhere.Keys);
    }
}
