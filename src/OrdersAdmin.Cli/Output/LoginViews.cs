using System.Text.Json;
using OrdersAdmin.Cli.Http;

namespace OrdersAdmin.Cli.Output;

/// <summary>What a token is, as people read it.</summary>
internal static class LoginViews
{
    public static IEnumerable<Table> Me(JsonElement me) =>
    [
        new Table("TOKEN", "SCOPES", "SITES", "EXPIRES")
        {
            {
                me.Text("name"), string.Join(", ", me.Items("scopes").Select(scope => scope.GetString())),
                string.Join(", ", me.Items("sites").Select(site => site.Text("slug"))),
                me.Text("expires_at") is { Length: > 0 } end ? Times.Of(end) : "never"
            },
        },
    ];
}
