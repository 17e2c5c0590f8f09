using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Customers;

/// <summary>Finds a site's customer by email address, or begins one.</summary>
internal static class CustomerLookup
{
    private static readonly Func<OrdersContext, Id<Site>, string, Task<Customer?>> Find =
        EF.CompileAsyncQuery((OrdersContext db, Id<Site> site, string email) => db.Customers.AsTracking().SingleOrDefault(each => each.SiteId == site && each.Email == email));

    /// <param name="email">As <see cref="Notifications.EmailAddress.Normalize"/> writes it.</param>
    public static async Task<Customer> FindOrAddCustomer(this OrdersContext db, Id<Site> siteId, string email, string name, string? phone)
    {
        if (await Find(db, siteId, email) is { } known)
            return known;
        var added = new Customer(siteId, email, name, phone);
        db.Customers.Add(added);
        return added;
    }
}
