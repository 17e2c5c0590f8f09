using OrdersAdmin.Kernel;

namespace OrdersAdmin.Channels;

/// <summary>What an import did, or would do.</summary>
/// <param name="New">Orders that were not here.</param>
/// <param name="AlreadyHere">Orders that had come in before; they stay as they are.</param>
/// <param name="Wrong">Orders that could not be taken in.</param>
/// <param name="Errors">What was wrong with them, the first <see cref="MostErrors"/> of it.</param>
public sealed record ImportReport(int New, int AlreadyHere, int Wrong, IReadOnlyList<ImportError> Errors)
{
    public const int MostErrors = 200;

    internal ImportReport() : this(0, 0, 0, []) { }

    public int Orders => New + AlreadyHere + Wrong;

    internal ImportReport And(OrderFileEntry entry, Result<bool> alreadyHere) => alreadyHere.Match(
        here => here ? this with { AlreadyHere = AlreadyHere + 1 } : this with { New = New + 1 },
        problem => this with
        {
            Wrong = Wrong + 1,
            Errors = Errors.Count >= MostErrors ? Errors : [.. Errors, .. ErrorsOf(entry, problem).Take(MostErrors - Errors.Count)],
        });

    private static IEnumerable<ImportError> ErrorsOf(OrderFileEntry entry, Problem problem) => problem is Problem.Invalid invalid
        ? invalid.Errors.Select(error => new ImportError(entry.Position, entry.Line, error.Path, error.Message))
        : [new ImportError(entry.Position, entry.Line, OrderFile.WholeFile, problem.Message)];
}

/// <summary>One thing that is wrong with one order of a file.</summary>
/// <param name="Order">Counts the file's orders from 1.</param>
/// <param name="Line">The line in a JSON Lines file, from 1; null in a list or a single document.</param>
/// <param name="Path">Where in the order: <c>line_items[0].quantity</c>; <c>$</c> for the whole of it.</param>
public sealed record ImportError(int Order, int? Line, string Path, string Message);
