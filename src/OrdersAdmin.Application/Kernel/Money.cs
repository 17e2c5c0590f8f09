using System.Globalization;

namespace OrdersAdmin.Kernel;

/// <summary>An amount in minor units (cents, yen, fils) of one currency; mixing currencies throws.</summary>
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    public static Money Zero(Currency currency) => new(0, currency);

    public static Money operator +(Money left, Money right) => new(checked(left.Minor + left.Same(right)), left.Currency);

    public static Money operator -(Money left, Money right) => new(checked(left.Minor - left.Same(right)), left.Currency);

    public static Money operator -(Money amount) => new(checked(-amount.Minor), amount.Currency);

    public static Money operator *(Money amount, long times) => new(checked(amount.Minor * times), amount.Currency);

    public static Money Add(Money left, Money right) => left + right;

    public static Money Subtract(Money left, Money right) => left - right;

    public static Money Negate(Money amount) => -amount;

    public static Money Multiply(Money amount, long times) => amount * times;

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    public int CompareTo(Money other) => Minor.CompareTo(Same(other));

    /// <summary>Splits the amount over the weights by largest remainder: the parts add up to the whole, the earlier weight wins a tie.</summary>
    public Money[] Allocate(IReadOnlyList<long> weights)
    {
        var currency = Currency;
        return [.. Allocation.Split(Minor, weights).Select(part => new Money(part, currency))];
    }

    /// <summary>As people read it: <c>€1,204.10</c>, <c>¥1,204</c>, <c>KWD 1.500</c>, <c>−€10.00</c>.</summary>
    public override string ToString() => (Minor < 0 ? "−" : "") + Currency.Sign + Digits("#,0");

    /// <summary>As forms and files write it: <c>1204.10</c>.</summary>
    public string ToPlainString() => (Minor < 0 ? "-" : "") + Digits("0");

    private string Digits(string whole)
    {
        var magnitude = Minor < 0 ? (ulong)-(Minor + 1) + 1 : (ulong)Minor;
        var decimals = Currency.Decimals;
        if (decimals == 0)
            return magnitude.ToString(whole, CultureInfo.InvariantCulture);
        var unit = decimals == 2 ? 100UL : 1000UL;
        return (magnitude / unit).ToString(whole, CultureInfo.InvariantCulture) + "." + (magnitude % unit).ToString("D" + decimals, CultureInfo.InvariantCulture);
    }

    private long Same(Money other) => other.Currency == Currency
        ? other.Minor
        : throw new InvalidOperationException($"{Currency} and {other.Currency} cannot be mixed in one sum.");
}
