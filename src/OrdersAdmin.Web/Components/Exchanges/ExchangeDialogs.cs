namespace OrdersAdmin.Web.Components.Exchanges;

/// <summary>The names of the dialogs about one exchange, as the address has them.</summary>
public static class ExchangeDialogs
{
    public const string Approve = "approve-exchange";
    public const string Reject = "reject-exchange";
    public const string WaiveDifference = "waive-difference";
    public const string WaiveGoods = "waive-goods";
}
