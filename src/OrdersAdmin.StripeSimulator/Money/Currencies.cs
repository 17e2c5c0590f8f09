using System.Collections.Frozen;
using System.Globalization;
using OrdersAdmin.StripeSimulator.Api;

namespace OrdersAdmin.StripeSimulator.Money;

/// <summary>How Stripe counts each currency: with none, two or three decimals, and which amounts it refuses.</summary>
internal static class Currencies
{
    private static readonly FrozenSet<string> NoDecimals =
        "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ThreeDecimals = "bhd jod kwd omr tnd".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // No decimals in daily life, but Stripe counts them in hundredths and refuses a fraction.
    private static readonly FrozenSet<string> WholeHundreds = "isk ugx".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> TwoDecimals = (
        "aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bmd bnd bob brl bsd bwp byn bzd cad cdf chf cny cop crc cve czk dkk dop dzd egp etb "
        + "eur fjd fkp gbp gel gip gmd gtq gyd hkd hnl htg huf idr ils inr isk jmd kes kgs khr kyd kzt lak lbp lkr lrd lsl mad mdl mkd mmk mnt mop mur "
        + "mvr mwk mxn myr mzn nad ngn nio nok npr nzd pab pen pgk php pkr pln qar ron rsd rub sar sbd scr sek sgd shp sle sos srd std szl thb tjs top "
        + "try ttd twd tzs uah ugx usd uyu uzs wst xcd yer zar zmw").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["usd"] = "$",
        ["eur"] = "€",
        ["gbp"] = "£",
        ["jpy"] = "¥",
        ["isk"] = "kr",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsKnown(string currency) =>
        TwoDecimals.Contains(currency) || NoDecimals.Contains(currency) || ThreeDecimals.Contains(currency);

    /// <summary>Refuses an amount that the currency cannot hold; null when it can.</summary>
    public static StripeError? Refuse(long amount, string currency, string param)
    {
        if (ThreeDecimals.Contains(currency) && amount % 10 != 0)
            return StripeError.Invalid("parameter_invalid_integer", $"Invalid amount: {currency} amounts must have 0 as their last digit, because Stripe counts three decimals and uses two.", param);
        if (WholeHundreds.Contains(currency) && amount % 100 != 0)
            return StripeError.Invalid("parameter_invalid_integer", $"Invalid amount: {currency} amounts are counted in hundredths and must be divisible by 100.", param);
        return null;
    }

    /// <summary>An amount as Stripe's messages write it.</summary>
    public static string Show(long amount, string currency)
    {
        var (format, unit) = NoDecimals.Contains(currency) ? ("N0", 1m) : ThreeDecimals.Contains(currency) ? ("N3", 1000m) : ("N2", 100m);
        var digits = (amount / unit).ToString(format, CultureInfo.InvariantCulture);
        return Signs.TryGetValue(currency, out var sign) ? sign + digits : $"{digits} {currency.ToUpperInvariant()}";
    }
}
