using System.Runtime.Versioning;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Cli;

/// <summary>The real tool as a process of its own, in bash.</summary>
[Collection(nameof(CommandLine))]
[UnsupportedOSPlatform("windows")]
public sealed class WorkingInAShell(CommandLine given)
{
    /// <summary>What the specification's loop calls besides our tool: a date of the BSDs, and the shipping system's labels.</summary>
    private const string Neighbors = """
        date() { if [ "$2" = -v-1d ]; then command date -u -d '1 day ago' "$3"; else command date "$@"; fi; }
        my-shipping-system() { echo "{\"tracking\":\"T-$3\"}"; }

        """;

    [Fact]
    public async Task The_specifications_bulk_loop_ships_every_pending_order()
    {
        Jq.FindOrInstall();
        var token = await given.Shop.Token("Loop", writes: true, "kumo");
        using var terminal = given.Terminal().With("ORDERS_ADMIN_TOKEN", token);
        var now = DateTimeOffset.UtcNow;
        var old = await given.Shop.Order(intake => intake with { SiteSlug = "kumo", Currency = "JPY", CreatedOn = now.AddDays(-2) });
        OrderDocument[] orders = [await Fresh("a"), await Fresh("b"), await Fresh("c")];

        var ran = (await terminal.Bash(Neighbors + """
            set -euo pipefail
            orders-admin orders list --status pending --created-after $(date -u -v-1d +%FT%TZ) --json \
              | jq -r '.[].id' \
              | while read id; do
                  orders-admin orders fulfill "$id" \
                    --carrier USPS \
                    --tracking "$(my-shipping-system create-label --order "$id" --json | jq -r .tracking)"
                done
            """)).Ended(0);

        Assert.Equal("", ran.Words);
        Assert.Equal(OrderStatus.Pending, (await given.Now(old)).Status);
        foreach (var order in orders)
        {
            var shipped = await given.Now(order);
            Assert.Equal(OrderStatus.Fulfilled, shipped.Status);
            Assert.Equal($"T-{order.Id}", Assert.Single(shipped.Fulfillments).TrackingNumber);
        }

        async Task<OrderDocument> Fresh(string reference) =>
            await given.Shop.Order(intake => intake with { SiteSlug = "kumo", Currency = "JPY", CreatedOn = now.AddHours(-2), ExternalOrderReference = reference });
    }

    [Fact]
    public async Task A_date_that_the_system_does_not_know_ships_nothing()
    {
        using var terminal = given.Terminal();

        var ran = await terminal.Bash("orders-admin orders list --status pending --created-after $(false) --json");

        Assert.Contains("--created-after needs a value", ran.Ended(2).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_has_enough_ends_it_quietly()
    {
        using var terminal = given.Terminal();
        foreach (var _ in Enumerable.Range(0, 30))
            await given.Order();

        var ran = (await terminal.Bash("orders-admin orders list --all --limit 1 | head -n 1; echo ${PIPESTATUS[0]}")).Ended(0);

        Assert.Equal("", ran.Words);
        Assert.Equal(2, ran.Lines.Length);
        Assert.Equal("0", ran.Lines[1]);
    }

    [Fact]
    public async Task Data_and_words_part_and_a_file_is_appended_to()
    {
        using var terminal = given.Terminal();
        var order = await given.Order();

        var ran = (await terminal.Bash($$"""
            (orders-admin orders get {{order.Id}} --json; orders-admin orders get ord_0; echo " $?") > both 2> words
            cat both; orders-admin completion fish >> both; wc -l < words
            """)).Ended(0);

        Assert.EndsWith("} 5", ran.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith($$"""{"id":"{{order.Id}}""", ran.Lines[0], StringComparison.Ordinal);
        Assert.Equal("1", ran.Lines[1].Trim());
        Assert.Contains("__orders_admin_suggest", await File.ReadAllTextAsync(Path.Combine(terminal.Home, "both")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("orders-admin orders ref", "refund")]
    [InlineData("orders-admin orders refund ap", "approve")]
    [InlineData("orders-admin orders list --status pa", "partially_fulfilled")]
    [InlineData("orders-admin orders fulfill ord_1 --tra", "--tracking --tracking-url")]
    public async Task Bash_completes_commands_options_and_values(string line, string words)
    {
        using var terminal = given.Terminal();

        var ran = (await terminal.Bash($$"""
            source <(orders-admin completion bash)
            COMP_LINE='{{line}}' COMP_POINT=${#COMP_LINE} COMP_WORDS=({{line}}) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _orders_admin
            echo "${COMPREPLY[*]}"
            """)).Ended(0);

        Assert.Equal(words, ran.Text.Trim());
    }
}
