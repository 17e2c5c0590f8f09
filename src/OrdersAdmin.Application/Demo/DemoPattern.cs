using System.Globalization;

namespace OrdersAdmin.Demo;

/// <summary>Postcodes, phone and tracking numbers written as patterns.</summary>
internal static class DemoPattern
{
    /// <summary>A digit for each #, a capital letter for each @, a number of its width for each {01-20}.</summary>
    public static string Fill(SplitMix64 random, string pattern)
    {
        while (pattern.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = pattern.IndexOf('}', open);
            var range = pattern[(open + 1)..close].Split('-');
            var number = random.Between(int.Parse(range[0], CultureInfo.InvariantCulture), int.Parse(range[1], CultureInfo.InvariantCulture));
            pattern = pattern[..open] + number.ToString(CultureInfo.InvariantCulture).PadLeft(range[0].Length, '0') + pattern[(close + 1)..];
        }
        return string.Concat(pattern.Select(sign => sign switch
        {
            '#' => (char)('0' + random.Below(10)),
            '@' => (char)('A' + random.Below(26)),
            _ => sign,
        }));
    }
}
