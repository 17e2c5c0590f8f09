using System.Collections.Frozen;

namespace OrdersAdmin.Fulfillments;

/// <summary>The carriers that the dialog offers, and where each shows a parcel. Any other carrier may be typed.</summary>
public static class Carriers
{
    private static readonly FrozenDictionary<string, string> TrackingPages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Australia Post"] = "https://auspost.com.au/mypost/track/details/",
        ["Canada Post"] = "https://www.canadapost-postescanada.ca/track-reperage/en#/details/",
        ["Chronopost"] = "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=",
        ["Colissimo"] = "https://www.laposte.fr/outils/suivre-vos-envois?code=",
        ["DHL"] = "https://www.dhl.com/global-en/home/tracking/tracking-parcel.html?submit=1&tracking-id=",
        ["DPD"] = "https://www.dpdgroup.com/be/mydpd/my-parcels/search?parcelNumber=",
        ["FedEx"] = "https://www.fedex.com/fedextrack/?trknbr=",
        ["GLS"] = "https://gls-group.com/EU/en/parcel-tracking?match=",
        ["Japan Post"] = "https://trackings.post.japanpost.jp/services/srv/search/direct?locale=en&reqCodeNo1=",
        ["PostNL"] = "https://postnl.nl/tracktrace/?B=",
        ["Royal Mail"] = "https://www.royalmail.com/track-your-item#/tracking-results/",
        ["Sagawa"] = "https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo=",
        ["UPS"] = "https://www.ups.com/track?tracknum=",
        ["USPS"] = "https://tools.usps.com/go/TrackConfirmAction?tLabels=",
        ["Yamato"] = "https://toi.kuronekoyamato.co.jp/cgi-bin/tneko?number01=",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string> Names { get; } = [.. TrackingPages.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Where the carrier shows the parcel; null when the carrier is not known or there is no number.</summary>
    public static string? TrackingUrl(string carrier, string? trackingNumber) =>
        trackingNumber is not null && TrackingPages.TryGetValue(carrier, out var page)
            ? page + Uri.EscapeDataString(trackingNumber.Replace(" ", "", StringComparison.Ordinal))
            : null;
}
