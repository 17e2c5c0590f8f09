namespace OrdersAdmin.Web.Api;

/// <summary>The section <c>OrdersAdmin:Api</c> of the configuration.</summary>
public sealed class ApiOptions
{
    /// <summary>Of one token.</summary>
    public int RequestsPerMinute { get; set; } = 1200;
}
