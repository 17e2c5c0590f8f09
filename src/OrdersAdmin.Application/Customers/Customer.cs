using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Customers;

/// <summary>A buyer of one site, known by email address.</summary>
public sealed class Customer : IIdentified
{
    private Customer() { }

    internal Customer(Id<Site> siteId, string email, string name, string? phone) =>
        (Id, SiteId, Email, Name, Phone) = (Id<Customer>.New(), siteId, email, name, phone);

    public static string IdPrefix => "cus_";

    public Id<Customer> Id { get; private set; }

    public Id<Site> SiteId { get; private set; }

    /// <summary>Lower case, so that one person is one row.</summary>
    public string Email { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Phone { get; private set; }
}
