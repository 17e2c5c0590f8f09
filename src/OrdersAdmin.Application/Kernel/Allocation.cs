namespace OrdersAdmin.Kernel;

/// <summary>Splits minor units so that the parts always add up to the whole.</summary>
public static class Allocation
{
    /// <summary>By largest remainder. With all weights zero the first part takes everything; negative weights are a bug.</summary>
    public static long[] Split(long amount, IReadOnlyList<long> weights)
    {
        if (weights.Count == 0)
            return amount == 0 ? [] : throw new ArgumentException("Nothing to split the amount over.", nameof(weights));
        if (weights.Any(weight => weight < 0))
            throw new ArgumentOutOfRangeException(nameof(weights), "A weight cannot be negative.");

        Int128 total = 0;
        foreach (var weight in weights)
            total += weight;
        var parts = new long[weights.Count];
        if (total == 0)
        {
            parts[0] = amount;
            return parts;
        }

        var magnitude = Int128.Abs(amount);
        var sign = Math.Sign(amount);
        var remainders = new Int128[weights.Count];
        var left = magnitude;
        for (var i = 0; i < parts.Length; i++)
        {
            var (share, remainder) = Int128.DivRem(magnitude * weights[i], total);
            remainders[i] = remainder;
            left -= share;
            parts[i] = sign * (long)share;
        }
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).Take((int)left))
            parts[i] += sign;
        return parts;
    }

    /// <summary>What the units <paramref name="first"/> up to <paramref name="first"/> + <paramref name="count"/> of a line carry of an amount stored for the whole line; the last unit takes the residue.</summary>
    public static long OfUnits(long amount, int quantity, int first, int count)
    {
        var each = amount / quantity;
        var last = first + count == quantity ? amount - each * quantity : 0;
        return each * count + last;
    }
}
