using OrdersAdmin.Channels;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Demo;

/// <summary>What people wrote on an order: staff, customers, checkout forms.</summary>
internal static class DemoWords
{
    private static readonly string[] StaffNotes =
    [
        "Called about the address; it is right as it stands.",
        "Asked for the parcels to go out together.",
        "Use the big box, the small ones arrived crushed last time.",
        "Second order this week: check that it is not a double.",
        "Promised a handwritten card.\nIt lies in the drawer by the printer.",
        "Customs form needs the HS code 6302.60.",
    ];

    private static readonly string[] KumoNotes = ["のし紙「御祝」を付ける。", "日曜の午前中に届くように手配済み。", "Customer writes in English.", "割れ物注意のシールを貼ること。"];

    private static readonly string[] CustomerNotes =
    [
        "Please leave it with the neighbors on the ground floor.",
        "It is a birthday present, no prices in the parcel please!",
        "Bitte nicht vor 17 Uhr liefern, die Klingel ist kaputt.",
        "Merci d’emballer les tasses séparément.",
        "Ring twice. The dog is friendly.",
        "من فضلكم اتصلوا قبل التوصيل.",
    ];

    private static readonly string[] KumoCustomerNotes = ["ギフト用に包装をお願いします。", "不在の場合は宅配ボックスへお願いします。", "領収書の宛名は「株式会社くも」でお願いします。", "Please ship after the 20th, we are travelling."];

    private static readonly string[] Reasons =
    [
        "The customer changed their mind.", "Ordered twice by mistake.", "Out of stock.", "The address could not be confirmed.", "The payment was not made in time.",
    ];

    private static readonly (string Label, string[] Answers)[] Questions =
    [
        ("How did you hear about us?", ["A friend", "Search", "Instagram", "A market", "新聞"]),
        ("Gift message", ["Happy birthday, Zoë!", "お誕生日おめでとう！", "Με αγάπη, Ελένη", "Für die beste Oma der Welt ♥"]),
        ("Do you need an invoice in your company's name?", ["No", "Yes", "Yes: Buyer & Daughters <Holding> GmbH"]),
    ];

    public static string? StaffNote(DemoSite site, SplitMix64 random) => random.Chance(60) ? random.Pick(site.Currency == "JPY" ? KumoNotes : StaffNotes) : null;

    public static string? CustomerNote(DemoSite site, SplitMix64 random) =>
        random.Chance(80) ? random.Pick(site.Currency == "JPY" ? KumoCustomerNotes : CustomerNotes) : null;

    public static string CancelReason(SplitMix64 random) => random.Pick(Reasons);

    public static IReadOnlyList<FormAnswer> Form(SplitMix64 random) => random.Chance(60)
        ? [.. Questions.Where(_ => random.Chance(700)).Select(question => new FormAnswer(question.Label, random.Pick(question.Answers)))]
        : [];

    public static IReadOnlyList<string> Tags(DemoCustomer? customer, DemoChannel channel, IEnumerable<DemoVariant> variants, SplitMix64 random)
    {
        var tags = new List<string>();
        if (random.Chance(70))
            tags.Add("gift");
        if (customer?.Number < 12)
            tags.Add("vip");
        if (channel.Wholesale)
            tags.Add("wholesale");
        if (variants.Any(variant => variant.Fragile))
            tags.Add("fragile");
        if (random.Chance(15))
            tags.Add("check address");
        return tags;
    }
}
