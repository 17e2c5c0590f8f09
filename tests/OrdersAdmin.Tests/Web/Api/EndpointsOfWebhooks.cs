namespace OrdersAdmin.Tests.Web.Api;

/// <summary>The rows of webhook endpoints, and how one gets into the states that they need.</summary>
internal static class EndpointsOfWebhooks
{
    private const string Message = "evt_00000000000000000000000001";
    private static readonly ApiSubject Webhook = ApiSubject.Webhook;

    public static IReadOnlyList<ApiEndpoint> All { get; } =
    [
        new(Webhook, "GET", "", 200),
        new(Webhook, "POST", "", 201, ApiSubject.NewWebhook),
        new(Webhook, "GET", "/{id}", 200),
        new(Webhook, "PATCH", "/{id}", 200, """{"events":["exchange.completed"]}"""),
        new(Webhook, "DELETE", "/{id}", 204, Tagged: false),
        new(Webhook, "POST", "/{id}/rotate", 200, """{"overlap_hours":1}"""),
        new(Webhook, "POST", "/{id}/disable", 200),
        new(Webhook, "POST", "/{id}/enable", 200, Prepare: Disabled),
        new(Webhook, "POST", "/{id}/test", 202, Wrong: Disabled, Tagged: false),
        new(Webhook, "GET", "/{id}/deliveries", 200, Prepare: Tested, Tagged: false),
        new(Webhook, "GET", "/{id}/deliveries/{part}", 200, Prepare: Tested, Part: Message, Tagged: false),
        new(Webhook, "POST", "/{id}/deliveries/{part}/replay", 202, Prepare: Tested, Wrong: TestedAndDisabled, Part: Message, Tagged: false),
    ];

    private static async Task<string> Tested(ApiShop shop, string id) => (await shop.Post($"{ApiShop.Webhooks}/{id}/test")).Ok(202).Text("id");

    private static async Task<string> Disabled(ApiShop shop, string id)
    {
        (await shop.Post($"{ApiShop.Webhooks}/{id}/disable")).Ok();
        return Message;
    }

    private static async Task<string> TestedAndDisabled(ApiShop shop, string id)
    {
        var message = await Tested(shop, id);
        await Disabled(shop, id);
        return message;
    }
}
