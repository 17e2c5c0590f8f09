using System.Net;
using System.Net.Sockets;

namespace OrdersAdmin.Webhooks;

/// <summary>Tells addresses of the public internet from everything that only this machine, its network or its cloud should reach.</summary>
internal static class PublicAddress
{
    // https://www.iana.org/assignments/iana-ipv4-special-registry
    private static readonly IPNetwork[] Special4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // Azure's own services answer every machine there, under an address that looks public.
        "168.63.129.16/32");

    // Only this part of IPv6 is given out. Mapped and compatible IPv4, loopback, NAT64 (64:ff9b::), unique local, link-local and multicast lie outside it.
    private static readonly IPNetwork Given6 = IPNetwork.Parse("2000::/3");

    // Protocols (Teredo among them), documentation, and 6to4, which carries any IPv4 address inside.
    private static readonly IPNetwork[] Special6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    public static bool Is(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Array.Exists(Special4, network => network.Contains(address)),
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6 && Given6.Contains(address) && !Array.Exists(Special6, network => network.Contains(address)),
        _ => false,
    };

    private static IPNetwork[] Networks(params string[] texts) => Array.ConvertAll(texts, IPNetwork.Parse);
}
