using System.Collections;

namespace OrdersAdmin.Kernel;

/// <summary>A state machine as data: the only place that says which action is legal in which state.</summary>
/// <remarks>One action may have two targets; the entity then chooses by quantities, and the table permits.</remarks>
public sealed class TransitionTable<TState, TAction>(TState start) : IEnumerable<Transition<TState, TAction>>
    where TState : struct, Enum
    where TAction : struct, Enum
{
    private readonly List<Transition<TState, TAction>> rows = [];

    public TState Start { get; } = start;

    public void Add(TState from, TAction action, TState to) => rows.Add(new(from, action, to));

    public bool Permits(TState from, TAction action) =>
        rows.Exists(row => Same(row.From, from) && Same(row.Action, action));

    public bool Permits(TState from, TAction action, TState to) =>
        rows.Exists(row => Same(row.From, from) && Same(row.Action, action) && Same(row.To, to));

    /// <summary>The actions that the state permits, in the table's order.</summary>
    public IReadOnlyList<TAction> ActionsIn(TState from) =>
        [.. rows.Where(row => Same(row.From, from)).Select(row => row.Action).Distinct()];

    public IEnumerator<Transition<TState, TAction>> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool Same<T>(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);
}

/// <summary>One row of a table: the action leads from one state to another.</summary>
public readonly record struct Transition<TState, TAction>(TState From, TAction Action, TState To);
