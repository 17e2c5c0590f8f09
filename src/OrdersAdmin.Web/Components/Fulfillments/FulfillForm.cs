using System.Globalization;
using OrdersAdmin.Fulfillments;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Web.Components.Shared;

namespace OrdersAdmin.Web.Components.Fulfillments;

/// <summary>What somebody types to ship an order, as text until it is sent; knows what it would do and where a problem belongs.</summary>
public sealed class FulfillForm
{
    private readonly List<FulfillFormLine> lines;
    private readonly string requestKey = Guid.CreateVersion7().ToString("N");
    private readonly DateOnly today;
    private readonly string asOpened;
    private List<FulfillFormLine> sent = [];

    public FulfillForm(OrderView order, string? lastCarrier, DateTimeOffset now)
    {
        Order = order;
        lines = [.. order.Lines.Where(line => line.Left > 0).Select(line => new FulfillFormLine(line))];
        today = DateOnly.FromDateTime(SiteTime.Local(now, order.Site.TimeZone).DateTime);
        Carrier = lastCarrier;
        ShipDate = today;
        Notify = NoNotice is null;
        asOpened = Typed;
    }

    public OrderView Order { get; private set; }

    public IReadOnlyList<FulfillFormLine> Lines => lines;

    public string? Carrier { get; set; }

    public string? Service { get; set; }

    public string? TrackingNumber { get; set; }

    public string? TrackingUrl { get; set; }

    /// <summary>A day in the site's zone; null when what was typed is no day.</summary>
    public DateOnly? ShipDate { get; set; }

    public bool Notify { get; set; }

    /// <summary>Why the customer cannot be told; null when they can.</summary>
    public string? NoNotice => Order switch
    {
        { TestMode: true } => "This is a test order, so nobody is told.",
        { Buyer.Email: null } => "The order has no email address.",
        _ => null,
    };

    public string Left => $"{Order.UnitsLeft} of {Order.Lines.Sum(line => line.Shipped + line.Left)} left";

    public bool IsDirty => Typed != asOpened;

    /// <summary>What stood in the way of the last try.</summary>
    public Problem? Problem { get; private set; }

    public bool IsStale => Problem is Problem.Stale;

    private int? Units => lines.Exists(line => line.Units is null) ? null : (int?)Math.Min(int.MaxValue, lines.Sum(line => (long)line.Units!.Value));

    public string Button => Units is > 0 and var units ? $"Fulfill {Items(units)}" : "Fulfill items";

    /// <summary>What sending the form would do.</summary>
    public string Summary => Units switch
    {
        null => "A quantity is not a number.",
        0 => "Choose at least one item.",
        var units when lines.Exists(line => line.Units > line.Line.Left) => $"{Text.Count(units.Value, "item is", "items are")} more than what is left.",
        var units when units == Order.UnitsLeft => $"Ships {Items(units.Value)}, order becomes fulfilled",
        var units => $"Ships {Items(units.Value)}, {Order.UnitsLeft - units} left for later",
    };

    private string Typed => string.Join('\n', [.. lines.Select(line => line.Quantity), Carrier, Service, TrackingNumber, TrackingUrl, ShipDate?.ToString("O", CultureInfo.InvariantCulture), Notify.ToString()]);

    public void ShipAll() => lines.ForEach(line => line.Set(line.Line.Left));

    public void ShipNone() => lines.ForEach(line => line.Set(0));

    /// <summary>The command that the form stands for, or what cannot be read.</summary>
    public Result<FulfillItems> Command()
    {
        sent = lines.FindAll(line => line.Units != 0);
        var errors = sent.Select((line, i) => (Path: Path(i), Message: line.Unreadable)).Where(each => each.Message is not null)
            .Select(each => new FieldError(each.Path, each.Message!)).ToList();
        if (ShipDate is null)
            errors.Add(new("ship_date", "Choose the day on which it leaves."));
        if (errors.Count > 0 || ShipDate is not { } leaves)
            return new Problem.Invalid(errors);

        return new FulfillItems(
            Carrier, Service, TrackingNumber, TrackingUrl, leaves == today ? null : Noon(leaves), Notify && NoNotice is null,
            [.. sent.Select(line => new FulfillItem(line.Line.Id, line.Units!.Value))], Order.Version, requestKey);
    }

    /// <summary>Keeps what stood in the way, so that each sentence stands beside its field.</summary>
    public void Show(Problem? problem) => Problem = problem;

    /// <summary>The sentence beside a field (<c>carrier</c>); null when nothing is wrong with it.</summary>
    public string? ErrorOf(string field) =>
        (Problem as Problem.Invalid)?.Errors.FirstOrDefault(error => error.Path == field)?.Message;

    public string? ErrorOf(FulfillFormLine line) => sent.IndexOf(line) is >= 0 and var i
        ? (Problem as Problem.Invalid)?.Errors.FirstOrDefault(error => error.Path.StartsWith($"items[{i}].", StringComparison.Ordinal))?.Message
        : null;

    /// <summary>Goes on from a newer state of the order. What was typed stays as it is, even where it no longer fits.</summary>
    public void Take(OrderView fresh)
    {
        if (fresh.Version == Order.Version)
            return;
        Order = fresh;
        Problem = null;
        foreach (var line in fresh.Lines)
        {
            if (lines.Find(each => each.Line.Id == line.Id) is { } known)
                known.Take(line);
            else if (line.Left > 0)
                lines.Add(new FulfillFormLine(line, leftWhenOpened: 0));
        }
    }

    /// <summary>What was done, for whoever did it.</summary>
    public static string Told(FulfillItems done) => $"Shipped {Items(done.Items?.Sum(item => item.Quantity) ?? 0)} with {done.Carrier?.Trim()}.";

    private static string Items(int units) => Text.Count(units, "item");

    private static string Path(int index) => $"items[{index}].quantity";

    // Noon, so that the day stays the same day in the zones around.
    private DateTimeOffset Noon(DateOnly day)
    {
        var local = day.ToDateTime(new TimeOnly(12, 0));
        return new(local, TimeZoneInfo.FindSystemTimeZoneById(Order.Site.TimeZone).GetUtcOffset(local));
    }
}
