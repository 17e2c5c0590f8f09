using OrdersAdmin.Notifications;
using OrdersAdmin.Payments;
using OrdersAdmin.Web.Api;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Web.Hosting;

/// <summary>The section <c>OrdersAdmin</c> of the configuration.</summary>
public sealed class ShopOptions
{
    public const string Section = "OrdersAdmin";

    /// <summary>Where the databases, the mail folder and the keys lie; relative to the working directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>The address under which people reach the shop; links in letters begin with it.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Fills an empty shop with demo orders and logins; only in Development.</summary>
    public bool Demo { get; set; }

    public int DemoOrders { get; set; } = 2000;

    public MailOptions Mail { get; set; } = new();

    public StripeOptions Stripe { get; set; } = new();

    public ApiOptions Api { get; set; } = new();
    public WebhookOptions Webhooks { get; set; } = new();

    /// <summary>The place at which the process ends without a farewell, for tests; only in Development.</summary>
    public string? FailAt { get; set; }

    public string Data => Path.GetFullPath(DataDirectory);

    public string InData(string name) => Path.Combine(Data, name);
}
