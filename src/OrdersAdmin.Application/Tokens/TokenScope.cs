using OrdersAdmin.Staff;

namespace OrdersAdmin.Tokens;

/// <summary>What a token is for; writing includes reading.</summary>
public enum TokenScope
{
    ReadOrders = 1,
    WriteOrders = 2,
}

/// <summary>The one place that says what a token may do, if whoever made it may.</summary>
public static class TokenScopes
{
    public const string Read = "read:orders";
    public const string Write = "write:orders";

    private static readonly HashSet<Permission> Reading = [Permission.ViewOrders];

    private static readonly HashSet<Permission> Writing =
    [
        Permission.ViewOrders, Permission.EditOrders, Permission.FulfillOrders, Permission.ImportOrders,
        Permission.RequestRefunds, Permission.ApproveRefunds, Permission.HandleReturns, Permission.ReceiveReturns, Permission.CancelOrders, Permission.ManageWebhooks,
    ];

    internal static IReadOnlySet<Permission> Permissions(bool writes) => writes ? Writing : Reading;

    /// <summary>As the outside writes them.</summary>
    public static IReadOnlyList<string> Names(bool writes) => writes ? [Read, Write] : [Read];
}
