using System.Globalization;

namespace OrdersAdmin.Cli.Output;

/// <summary>Minor units as people write them: <c>50.76 USD</c>. The shop's own table of currencies is the truth; a test compares the two.</summary>
internal static class Amounts
{
    private const string NoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW MGA PYG RWF UGX VND VUV XAF XOF XPF";
    private const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";

    public static string Of(long? minor, string currency)
    {
        if (minor is not { } amount)
            return "";
        if (currency.Length != 3)
            return amount.ToString(CultureInfo.InvariantCulture);
        var decimals = NoDecimals.Contains(currency, StringComparison.Ordinal) ? 0 : ThreeDecimals.Contains(currency, StringComparison.Ordinal) ? 3 : 2;
        var digits = amount.ToString("D" + (decimals + 1), CultureInfo.InvariantCulture);
        return $"{(decimals == 0 ? digits : digits.Insert(digits.Length - decimals, "."))} {currency}";
    }
}
