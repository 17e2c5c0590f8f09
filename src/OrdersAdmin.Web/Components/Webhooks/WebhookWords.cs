using OrdersAdmin.Kernel;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Web.Components.Webhooks;

/// <summary>What an endpoint hears of, in few words.</summary>
internal static class WebhookWords
{
    public static string Events(WebhookView endpoint) => endpoint.Events switch
    {
        [WebhookEvents.Every] => "Every event",
        [var only] => only,
        var several => Text.Count(several.Count, "event"),
    };

    public static string Sites(WebhookView endpoint) => endpoint.EverySite ? "Every site" : string.Join(", ", endpoint.Sites);

    public static string Answer(AttemptView? attempt) => attempt switch
    {
        null => "",
        { StatusCode: { } status } => status.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "None",
    };
}
