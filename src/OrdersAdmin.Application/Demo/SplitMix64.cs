namespace OrdersAdmin.Demo;

/// <summary>Random numbers that are the same on every machine and in every version of .NET, which System.Random does not promise.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood 2014): a counter in steps of the golden ratio, mixed. Small, seedable at any point, good enough for a shop window.</remarks>
internal sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;

    /// <summary>A stream of its own for each thing that is drawn, so that one more draw here changes nothing there.</summary>
    public static SplitMix64 For(string what, long number)
    {
        // FNV-1a over the name: string.GetHashCode differs from run to run.
        var seed = 14695981039346656037UL;
        foreach (var letter in what)
            seed = (seed ^ letter) * 1099511628211UL;
        return new SplitMix64(new SplitMix64(seed ^ (ulong)number).Next());
    }

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 up to, but not, <paramref name="below"/>.</summary>
    public long Below(long below) => (long)(((UInt128)Next() * (ulong)below) >> 64);

    public int Below(int below) => (int)Below((long)below);

    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in so many of a thousand cases.</summary>
    public bool Chance(int perThousand) => Below(1000) < perThousand;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>The weights stand beside the choices; a weight of zero is never chosen.</summary>
    public T Weighted<T>(IReadOnlyList<T> choices, Func<T, int> weight)
    {
        var point = Below(choices.Sum(weight));
        foreach (var choice in choices)
        {
            point -= weight(choice);
            if (point < 0)
                return choice;
        }
        throw new InvalidOperationException("No choice has any weight.");
    }
}
