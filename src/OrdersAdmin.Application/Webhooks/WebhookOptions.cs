namespace OrdersAdmin.Webhooks;

/// <summary>How messages leave the shop: the section <c>OrdersAdmin:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>Whether receivers may be on this machine or in a private network, and without TLS. Off, because whoever names an address could otherwise reach what only the server should.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>How long a receiver may take to answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>One sentence for each key that is wrong; never its value.</summary>
    public IReadOnlyList<string> Check() =>
        Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromSeconds(60) ? ["OrdersAdmin:Webhooks:Timeout must be from one second to one minute, such as 00:00:15."] : [];
}
