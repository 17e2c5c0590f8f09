using System.Diagnostics.CodeAnalysis;

namespace OrdersAdmin.Kernel;

/// <summary>Either the value or the problem that stood in its way; never both.</summary>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Problem? problem) => (this.value, Problem) = (value, problem);

    /// <summary>The problem, or null when there is a value.</summary>
    public Problem? Problem { get; }

    [SuppressMessage("Usage", "CA2225", Justification = "TryGet and Match are the named alternatives.")]
    public static implicit operator Result<T>(T value) => new(value, null);

    [SuppressMessage("Usage", "CA2225", Justification = "TryGet and Match are the named alternatives.")]
    public static implicit operator Result<T>(Problem problem) => new(default, problem);

    public bool TryGet([NotNullWhen(true)] out T? found, [NotNullWhen(false)] out Problem? problem)
    {
        (found, problem) = (value, Problem);
        return problem is null;
    }

    public TOut Match<TOut>(Func<T, TOut> ok, Func<Problem, TOut> refused) =>
        Problem is null ? ok(value!) : refused(Problem);

    /// <summary>The value, where a problem would be a bug of ours.</summary>
    public T OrThrow() => Problem is null ? value! : throw new InvalidOperationException(Problem.Message);
}

/// <summary>The value of an act that has nothing to tell but that it was done.</summary>
public readonly record struct Done;
