using OrdersAdmin.Kernel;

namespace OrdersAdmin.Sites;

/// <summary>One storefront. Everything belongs to a site; staff are granted sites.</summary>
public sealed class Site : IIdentified
{
    public const int FirstOrderNumber = 1001;

    private Site() { }

    internal Site(string slug, string name, Currency currency, string timeZone, int ordinal)
    {
        (Id, Slug, Name, Currency, TimeZone, Ordinal) = (Id<Site>.New(), slug, name, currency, timeZone, ordinal);
    }

    public static string IdPrefix => "site_";

    public Id<Site> Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The currency that new orders have unless they say otherwise.</summary>
    public Currency Currency { get; private set; }

    /// <summary>IANA name, <c>Europe/Paris</c>: the zone in which staff read times.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>A small number of its own, from which an order's search row is numbered.</summary>
    public int Ordinal { get; private set; }

    public int NextOrderNumber { get; private set; } = FirstOrderNumber;

    public int Version { get; private set; }

    internal int TakeOrderNumber() => NextOrderNumber++;

    internal void Change(string name, Currency currency, string timeZone)
    {
        (Name, Currency, TimeZone) = (name, currency, timeZone);
        Version++;
    }
}
