using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;

namespace OrdersAdmin.Tests.Web.ForeignSites;

/// <summary>Every address that the application answers, asked for with a foreign site's ids and words.</summary>
public sealed partial class EveryAddress(TwoSites sites) : IClassFixture<TwoSites>
{
    [Theory]
    [MemberData(nameof(TwoSites.Roles), MemberType = typeof(TwoSites))]
    public async Task Keeps_the_secret_from_whoever_does_not_work_there(string role)
    {
        var visitor = await sites.Browser(role);
        var addresses = Addresses().ToList();

        var leaks = new List<string>();
        foreach (var address in addresses)
        {
            await visitor.Get(address);
            Assert.True((int)visitor.Status < 500, $"{address} answers {visitor.Status}");
            if (Tells(visitor))
                leaks.Add(address);
        }

        Assert.Empty(leaks);
        Assert.InRange(addresses.Count, 50, 2000);
    }

    [Fact]
    public async Task Keeps_the_secret_from_strangers()
    {
        using var stranger = sites.Shop.Visitor();

        foreach (var address in Addresses())
        {
            await stranger.Get(address);
            Assert.False(Tells(stranger), $"{address} tells a stranger.");
        }
    }

    [Fact]
    public async Task Tells_it_to_the_owner_who_works_on_every_site()
    {
        var owner = await sites.Browser("Owner");

        var telling = new List<string>();
        foreach (var address in Addresses())
        {
            await owner.Get(address);
            if (Tells(owner))
                telling.Add(address);
        }

        var order = sites.Ids[typeof(Id<Order>)];
        Assert.Empty(new[] { "/orders", $"/orders/{order}", $"/orders/{order}/packing-slip", "/settings/sites", "/refunds/review" }.Except(telling));
    }

    [Theory]
    [MemberData(nameof(TwoSites.Roles), MemberType = typeof(TwoSites))]
    public async Task Looks_like_one_that_is_not_there(string role)
    {
        var visitor = await sites.Browser(role);

        foreach (var address in (string[])["/orders/{0}", "/orders/{0}/packing-slip", "/orders/{0}?dialog=fulfill", "/go?q={0}"])
        {
            await visitor.Get(string.Format(null, address, sites.Ids[typeof(Id<Order>)]));
            var foreign = (visitor.Status, visitor.Text);
            await visitor.Get(string.Format(null, address, Id<Order>.New()));

            Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
            Assert.Equal((visitor.Status, visitor.Text), foreign);
        }
    }

    /// <summary>What a page says, its title and attributes included, but for the words that were asked for.</summary>
    private static bool Tells(Visitor visitor) =>
        visitor.Page.DocumentElement.OuterHtml.Replace(Question, "", StringComparison.Ordinal).Contains(TwoSites.Secret, StringComparison.Ordinal);

    // Half of the secret's neighbours, so that an echo of the question differs from an answer.
    private static string Question => "zz" + TwoSites.Secret;

    private IEnumerable<string> Addresses()
    {
        var routes = sites.Shop.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))
            .Where(route => !route.StartsWith("/_", StringComparison.Ordinal) && !route.Contains('.', StringComparison.Ordinal) && !route.Contains('*', StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);
        foreach (var route in routes)
            foreach (var id in sites.Ids.Values.Select(id => id.ToString()!))
            {
                var address = Parameter().Replace(route, id);
                yield return address;
                foreach (var name in (string[])["q", "fulfillment", "customer", "refund", "order", "site", "id", "ids"])
                    yield return $"{address}?{name}={id}";
                if (address == route)
                    break;
            }
        foreach (var question in (string[])["q=lamp", "q=1001", "q=zoe", "payment=paid", "view=unfulfilled", "status=fulfilled", $"site=zz{TwoSites.Secret}", $"tag=zz{TwoSites.Secret}", "from=2020-01-01"])
            yield return $"/orders?{question}";
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
