namespace OrdersAdmin.Staff;

/// <summary>What a member of staff is to the shop. Each role may do what the one before it may, and more.</summary>
public enum Role
{
    /// <summary>Ships orders, receives what comes back.</summary>
    Staff = 1,

    /// <summary>Talks to customers: notes, refund requests, returns.</summary>
    Support = 2,

    /// <summary>Answers for the money.</summary>
    Manager = 3,

    /// <summary>Runs the shop: people, sites, settings.</summary>
    Owner = 4,
}

/// <summary>What a person may be allowed to do.</summary>
public enum Permission
{
    ViewOrders = 1,
    EditOrders = 2,
    FulfillOrders = 3,
    ImportOrders = 4,
    RequestRefunds = 5,
    ApproveRefunds = 6,
    HandleReturns = 7,
    ManagePeople = 8,
    ManageSites = 9,
    ManageRefundPolicy = 10,
    ManageTokens = 11,
    ManageWebhooks = 12,
    CancelOrders = 13,
    ReceiveReturns = 20,
    OverrideReturnPolicy = 21,
    ManageReturnPolicy = 22,
    AdjustStock = 23,
}

/// <summary>The one place that says what each role may do.</summary>
public static class Permissions
{
    private static readonly Dictionary<Permission, Role> LowestRole = new()
    {
        [Permission.ViewOrders] = Role.Staff,
        [Permission.EditOrders] = Role.Staff,
        [Permission.FulfillOrders] = Role.Staff,
        [Permission.ReceiveReturns] = Role.Staff,
        [Permission.RequestRefunds] = Role.Support,
        [Permission.CancelOrders] = Role.Support,
        [Permission.HandleReturns] = Role.Support,
        [Permission.ImportOrders] = Role.Manager,
        [Permission.ApproveRefunds] = Role.Manager,
        [Permission.OverrideReturnPolicy] = Role.Manager,
        [Permission.AdjustStock] = Role.Manager,
        [Permission.ManagePeople] = Role.Owner,
        [Permission.ManageSites] = Role.Owner,
        [Permission.ManageRefundPolicy] = Role.Owner,
        [Permission.ManageTokens] = Role.Owner,
        [Permission.ManageReturnPolicy] = Role.Owner,
        [Permission.ManageWebhooks] = Role.Owner,
    };

    public static bool May(this Role role, Permission permission) => role >= LowestRole[permission];

    /// <summary>As a sentence's end: "You may not …".</summary>
    public static string Describe(this Permission permission) => permission switch
    {
        Permission.ViewOrders => "see orders",
        Permission.EditOrders => "edit orders",
        Permission.FulfillOrders => "fulfill orders",
        Permission.ImportOrders => "import orders",
        Permission.CancelOrders => "cancel orders",
        Permission.RequestRefunds => "request refunds",
        Permission.ApproveRefunds => "approve refunds",
        Permission.HandleReturns => "handle returns",
        Permission.ManagePeople => "manage staff",
        Permission.ManageSites => "manage sites",
        Permission.ManageRefundPolicy => "change the refund policy",
        Permission.ManageTokens => "manage API tokens",
        Permission.ReceiveReturns => "receive returns",
        Permission.OverrideReturnPolicy => "decide against the return policy",
        Permission.ManageReturnPolicy => "change the return policy",
        Permission.AdjustStock => "change stock by hand",
        Permission.ManageWebhooks => "manage webhooks",
        _ => throw new ArgumentOutOfRangeException(nameof(permission)),
    };
}
