using System.Globalization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Tests.StripeSimulator;

namespace OrdersAdmin.Tests.Web.Api;

/// <summary>What the endpoints of a part of the API are about, and how a test makes one of its own.</summary>
/// <param name="prefix">Of its ids.</param>
internal abstract class ApiSubject(string root, string prefix)
{
    /// <summary>Of something that does not happen in these tests: each change would be told to every endpoint of the shop.</summary>
    public const string NewWebhook = """{"url":"http://127.0.0.1:9/hooks","events":["refund.failed"]}""";

    public static ApiSubject Order { get; } = new AnOrder(ApiShop.Orders);

    public static ApiSubject Webhook { get; } = new AWebhook();

    /// <summary>A token reads what it is; that is about no order, and changes none.</summary>
    public static ApiSubject Token { get; } = new AnOrder("/api/v1/me");

    public string Root => root;

    public string Unknown => prefix + "00000000000000000000000001";

    /// <summary>What stands where an id should.</summary>
    public IEnumerable<string> NoIds => ["1", prefix, prefix + "!", "cus_01jd0000000000000000000000", prefix.ToUpperInvariant() + "1", prefix + "01jd%27%20OR%201=1"];

    public abstract Task<string> Make(ApiShop shop);

    public abstract Task<ApiTarget> Read(ApiShop shop, string id);

    /// <summary>Somebody else changes it.</summary>
    public abstract Task Change(ApiShop shop, string id);

    /// <summary>How often tokens have acted on it.</summary>
    public abstract Task<int> Acts(ApiShop shop, string id);

    private sealed class AnOrder(string root) : ApiSubject(root, "ord_")
    {
        public override async Task<string> Make(ApiShop shop) => (await shop.Order()).Id.ToString();

        public override async Task<ApiTarget> Read(ApiShop shop, string id)
        {
            var order = await shop.Read(Id<Order>.Parse(id));
            var number = order.Number.ToString(CultureInfo.InvariantCulture);
            return new(id, order.Version, order.Version, new Dictionary<string, string>
            {
                ["number"] = number,
                ["reference"] = $"M-{number}",
                ["line"] = order.Items[0].Id.ToString(),
                ["variant"] = shop.BlueMug,
            });
        }

        public override async Task Change(ApiShop shop, string id) => (await shop.Send("PATCH", $"{ApiShop.Orders}/{id}", shop.Writer, """{"tags":["meanwhile"]}""")).Ok();

        public override Task<int> Acts(ApiShop shop, string id) => shop.ActsOfTokens(Id<Order>.Parse(id));
    }

    private sealed class AWebhook() : ApiSubject(ApiShop.Webhooks, "whk_")
    {
        public override async Task<string> Make(ApiShop shop) => (await shop.Post(ApiShop.Webhooks, NewWebhook)).Ok(201).Text("id");

        public override async Task<ApiTarget> Read(ApiShop shop, string id)
        {
            var version = (await shop.Get($"{Root}/{id}")).Ok().Json.GetProperty("version").GetInt32();
            return new(id, version, version + (await Log(shop, id)).Count, new Dictionary<string, string>());
        }

        public override async Task Change(ApiShop shop, string id) => (await shop.Send("PATCH", $"{Root}/{id}", shop.Writer, """{"events":["refund.failed"]}""")).Ok();

        /// <summary>Once the courier, whom nobody answers there, has been everywhere.</summary>
        public override async Task<int> Acts(ApiShop shop, string id)
        {
            await Eventually.Holds(async () => !(await Log(shop, id)).Exists(each => each.Waits));
            return (await Read(shop, id)).Trace + (await Log(shop, id)).Sum(each => each.Attempts);
        }

        private async Task<List<(bool Waits, int Attempts)>> Log(ApiShop shop, string id) =>
            [.. (await shop.Get($"{Root}/{id}/deliveries")).Ok().Json.GetProperty("data").EnumerateArray().Select(each => (each.GetProperty("status").GetString() == "waiting", each.GetProperty("attempts").GetInt32()))];
    }
}
