using FsCheck;
using FsCheck.Fluent;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Tests;

/// <summary>Random money.</summary>
internal static class Amounts
{
    public static readonly Currency Eur = Currency.Parse("EUR");
    public static readonly Currency Usd = Currency.Parse("USD");
    public static readonly Currency Jpy = Currency.Parse("JPY");
    public static readonly Currency Kwd = Currency.Parse("KWD");

    public static Gen<Currency> AnyCurrency { get; } = Gen.Elements(Eur, Usd, Jpy, Kwd);

    /// <summary>From all of a long's range, small numbers and its edges included.</summary>
    public static Gen<long> AnyMinor { get; } = Gen.Frequency(
        (4, Gen.Choose(-100_000, 100_000).Select(small => (long)small)),
        (2, Gen.Fresh(() => 0L).SelectMany(_ => Gen.Two(Gen.Choose(int.MinValue, int.MaxValue))).Select(halves => ((long)halves.Item1 << 32) | (uint)halves.Item2)),
        (1, Gen.Elements(0L, 1, -1, long.MaxValue, long.MinValue, long.MinValue + 1)));

    /// <summary>At least one weight, none negative, some of them zero and some huge.</summary>
    public static Gen<long[]> Weights { get; } = Gen.Frequency(
            (6, Gen.Choose(0, 10_000).Select(weight => (long)weight)),
            (2, Gen.Constant(0L)),
            (1, Gen.Choose(1, int.MaxValue).Select(weight => weight * 4_000_000_000L)))
        .NonEmptyListOf().Select(weights => weights.ToArray());
}
