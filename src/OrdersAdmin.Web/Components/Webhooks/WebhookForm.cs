using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Web.Components.Webhooks;

/// <summary>What is typed into the dialog about an endpoint.</summary>
public sealed class WebhookForm
{
    public string? Url { get; set; } = "";

    public bool EveryEvent { get; set; } = true;

    public bool EverySite { get; set; } = true;

    public HashSet<string> Events { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Sites { get; } = new(StringComparer.Ordinal);

    /// <summary>What it holds as one text: equal means that nothing was typed.</summary>
    public string Content => string.Join('\n', [Url, EveryEvent.ToString(), EverySite.ToString(), .. Events.Order(StringComparer.Ordinal), "", .. Sites.Order(StringComparer.Ordinal)]);

    public static WebhookForm Of(WebhookView? endpoint)
    {
        if (endpoint is null)
            return new WebhookForm();
        var every = endpoint.Events is [WebhookEvents.Every];
        var form = new WebhookForm { Url = endpoint.Url, EveryEvent = every, EverySite = endpoint.EverySite };
        form.Events.UnionWith(every ? [] : endpoint.Events);
        form.Sites.UnionWith(endpoint.Sites);
        return form;
    }

    public static void Choose(HashSet<string> among, string name, bool chosen)
    {
        if (chosen)
            among.Add(name);
        else
            among.Remove(name);
    }

    public WebhookDetails Details() => new(Url, EveryEvent ? null : [.. Events], EverySite ? null : [.. Sites]);
}
