using System.Reflection;
using OrdersAdmin.Notifications;
using OrdersAdmin.Payments;
using OrdersAdmin.Web.Hosting;

namespace OrdersAdmin.Tests.Web.Hosting;

public sealed class Settings
{
    /// <summary>Each key with a value that it must not have.</summary>
    private static readonly (string Key, Action<ShopOptions> Spoil)[] Wrong =
    [
        ("OrdersAdmin:DataDirectory", shop => shop.DataDirectory = " "),
        ("OrdersAdmin:PublicUrl", shop => shop.PublicUrl = "shop.example"),
        ("OrdersAdmin:Demo", shop => shop.Demo = true),
        ("OrdersAdmin:DemoOrders", shop => shop.DemoOrders = 0),
        ("OrdersAdmin:DemoOrders", shop => shop.DemoOrders = 1_000_001),
        ("OrdersAdmin:Api:RequestsPerMinute", shop => shop.Api.RequestsPerMinute = 0),
        ("OrdersAdmin:FailAt", shop => shop.FailAt = "before-post"),
        ("OrdersAdmin:Mail:Host", shop => shop.Mail.Host = "smtp://mail.example"),
        ("OrdersAdmin:Mail:Port", shop => shop.Mail.Port = 0),
        ("OrdersAdmin:Mail:Port", shop => shop.Mail.Port = 65_536),
        ("OrdersAdmin:Mail:User", shop => shop.Mail.Password = "secret"),
        ("OrdersAdmin:Mail:Password", shop => shop.Mail.User = "me"),
        ("OrdersAdmin:Mail:From", shop => shop.Mail.From = "Orders <orders@shop.example>"),
        ("OrdersAdmin:Stripe:BaseUrl", shop => shop.Stripe.BaseUrl = "api.stripe.com"),
        ("OrdersAdmin:Stripe:BaseUrl", shop => shop.Stripe.BaseUrl = "http://api.stripe.com"),
        ("OrdersAdmin:Stripe:ApiVersion", shop => shop.Stripe.ApiVersion = ""),
        ("OrdersAdmin:Stripe:WebhookSecrets", shop => shop.Stripe.SecretKey = "sk_test_1"),
        ("OrdersAdmin:Stripe:WebhookSecrets", shop => shop.Stripe.WebhookSecrets = ["a secret"]),
        ("OrdersAdmin:Stripe:WebhookSecrets", shop => shop.Stripe.WebhookSecrets = ["whsec_1", "whsec_2", "whsec_3"]),
        ("OrdersAdmin:Webhooks:Timeout", shop => shop.Webhooks.Timeout = TimeSpan.Zero),
        ("OrdersAdmin:Stripe:RetryPause", shop => shop.Stripe.RetryPause = TimeSpan.FromSeconds(-1)),
        ("OrdersAdmin:Stripe:Timeout", shop => shop.Stripe.Timeout = TimeSpan.Zero),
    ];

    public static TheoryData<int> Cases => new(Enumerable.Range(0, Wrong.Length));

    [Fact]
    public void Are_right_as_they_come() => Assert.Empty(ShopOptionsRules.Check(new ShopOptions(), development: false));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Are_refused_with_one_sentence_that_names_the_key(int which)
    {
        var (key, spoil) = Wrong[which];
        var options = new ShopOptions();
        spoil(options);

        var sentence = Assert.Single(ShopOptionsRules.Check(options, development: false));

        Assert.Matches($"^{key}( |:).*\\.$", sentence);
    }

    [Fact]
    public void A_live_key_is_not_for_Development()
    {
        var options = new ShopOptions { Stripe = new StripeOptions { SecretKey = "sk_live_1", WebhookSecrets = ["whsec_1"] } };

        Assert.StartsWith("OrdersAdmin:Stripe:SecretKey ", Assert.Single(ShopOptionsRules.Check(options, development: true)), StringComparison.Ordinal);
        Assert.Empty(ShopOptionsRules.Check(options, development: false));
    }

    [Fact]
    public void Have_a_case_above_for_every_key()
    {
        // A switch by itself is right either way.
        var tried = Wrong.Select(each => each.Key).Append("OrdersAdmin:Stripe:SecretKey").ToHashSet(StringComparer.Ordinal);

        Assert.Superset(Keys(typeof(ShopOptions), "OrdersAdmin").ToHashSet(StringComparer.Ordinal), tried);
    }

    private static IEnumerable<string> Keys(Type options, string section) => options.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.CanWrite && property.PropertyType != typeof(bool) && property.Name != nameof(MailOptions.Folder))
        .SelectMany(property => property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal) ? Keys(property.PropertyType, $"{section}:{property.Name}") : [$"{section}:{property.Name}"]);
}
