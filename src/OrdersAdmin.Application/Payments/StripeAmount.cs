using OrdersAdmin.Kernel;

namespace OrdersAdmin.Payments;

/// <summary>Our minor units as Stripe counts them, and back.</summary>
internal static class StripeAmount
{
    /// <summary>People write ISK and UGX without decimals; Stripe counts them in hundredths that must be whole hundreds.</summary>
    private static bool CountsHundredths(Currency currency) => currency.Code is "ISK" or "UGX";

    /// <summary>In currencies with three decimals the last digit must be 0.</summary>
    public static int Step(Currency currency) => currency.Decimals == 3 ? 10 : 1;

    public static bool CanSend(long minor, Currency currency) => minor % Step(currency) == 0;

    public static long ToStripe(long minor, Currency currency) => CanSend(minor, currency)
        ? CountsHundredths(currency) ? checked(minor * 100) : minor
        : throw new ArgumentOutOfRangeException(nameof(minor), $"{currency} is sent in steps of {Step(currency)}.");

    /// <summary>False for hundredths of a currency that has none.</summary>
    public static bool TryFromStripe(long amount, Currency currency, out long minor)
    {
        minor = CountsHundredths(currency) ? amount / 100 : amount;
        return !CountsHundredths(currency) || amount % 100 == 0;
    }
}
