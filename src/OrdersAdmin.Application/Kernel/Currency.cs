using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace OrdersAdmin.Kernel;

/// <summary>An ISO 4217 currency with the number of decimals that people write.</summary>
/// <remarks>ISK and UGX have no decimals here; the payment provider counts them in hundredths, which is the gateway's affair.</remarks>
[JsonConverter(typeof(ParsableJson<Currency>))]
public readonly record struct Currency : IParsable<Currency>
{
    private static readonly FrozenSet<string> NoDecimals = new[]
    {
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ThreeDecimals = new[] { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> TwoDecimals = (
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP "
        + "DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL "
        + "MAD MDL MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK "
        + "SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["EUR"] = "€",
        ["USD"] = "$",
        ["GBP"] = "£",
        ["JPY"] = "¥",
        ["KRW"] = "₩",
        ["INR"] = "₹",
        ["ILS"] = "₪",
        ["VND"] = "₫",
        ["UAH"] = "₴",
        ["NGN"] = "₦",
        ["PHP"] = "₱",
        ["BRL"] = "R$",
        ["CAD"] = "CA$",
        ["AUD"] = "A$",
        ["NZD"] = "NZ$",
        ["HKD"] = "HK$",
        ["SGD"] = "S$",
        ["MXN"] = "MX$",
        ["TWD"] = "NT$",
        ["CNY"] = "CN¥",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string? code;

    /// <summary>Every currency that an order may have, by code.</summary>
    public static IReadOnlyList<Currency> All { get; } =
        [.. NoDecimals.Concat(TwoDecimals).Concat(ThreeDecimals).Order(StringComparer.Ordinal).Select(code => new Currency(code))];

    private Currency(string code) => this.code = code;

    public string Code => code ?? throw new InvalidOperationException("A currency was never set.");

    public int Decimals => NoDecimals.Contains(Code) ? 0 : ThreeDecimals.Contains(Code) ? 3 : 2;

    /// <summary>The sign that stands before an amount; the code and a space where there is none.</summary>
    public string Sign => Signs.GetValueOrDefault(Code, Code + " ");

    public static Currency Parse(string s) => Parse(s, null);

    public static Currency Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var currency) ? currency : throw new FormatException($"'{s}' is not an ISO 4217 currency code.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Currency result)
    {
        var known = s is { Length: 3 } && (TwoDecimals.Contains(s) || NoDecimals.Contains(s) || ThreeDecimals.Contains(s));
        result = known ? new Currency(s!) : default;
        return known;
    }

    /// <summary>Reads a plain decimal ("15.00", "-3") as minor units; false when it is no number, has more decimals than the currency or does not fit.</summary>
    public bool TryParseAmount(string? text, out long minor)
    {
        minor = 0;
        var digits = text.AsSpan();
        var sign = digits is ['-' or '+', ..] ? digits[..1] : "";
        digits = digits[sign.Length..];
        var dot = digits.IndexOf('.');
        var whole = dot < 0 ? digits : digits[..dot];
        var decimals = dot < 0 ? "" : digits[(dot + 1)..];
        var significant = decimals.TrimEnd('0');
        return whole.Length + decimals.Length > 0
            && significant.Length <= Decimals
            && !decimals.ContainsAnyExceptInRange('0', '9')
            && long.TryParse($"{sign}{whole}{significant}{Zeros(Decimals - significant.Length)}", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out minor);
    }

    private static string Zeros(int count) => new('0', count);

    public override string ToString() => Code;
}
