using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace OrdersAdmin.Tests;

/// <summary>Runs properties on random input. The seed is printed; PROPERTY_SEED repeats a run.</summary>
internal static class Always
{
    public static void Holds<T>(Gen<T> input, Action<T> property, int times = 1000) => Check(Prop.ForAll(input.ToArbitrary(), property), times);

    /// <summary>Input that can be made smaller until it is the least that still fails.</summary>
    public static void Holds<T>(Arbitrary<T> input, Action<T> property, int times = 1000) => Check(Prop.ForAll(input, property), times);

    public static void Holds<T>(Arbitrary<T> input, Func<T, Task> property, int times) => Check(Prop.ForAll(input, property), times);

    private static void Check(Property property, int times)
    {
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable("PROPERTY_SEED"), CultureInfo.InvariantCulture, out var given) ? given : (ulong)Random.Shared.NextInt64();
        TestContext.Current.TestOutputHelper?.WriteLine($"PROPERTY_SEED={seed}");
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None))));
    }
}
