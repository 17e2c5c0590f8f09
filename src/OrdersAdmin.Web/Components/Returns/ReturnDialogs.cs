namespace OrdersAdmin.Web.Components.Returns;

/// <summary>The names of the dialogs about one return, as the address has them.</summary>
public static class ReturnDialogs
{
    public const string Approve = "approve-return";
    public const string Reject = "reject-return";
    public const string Receive = "receive";
    public const string Inspect = "inspect";
    public const string Refund = "refund";
}
