using OrdersAdmin.Kernel;

namespace OrdersAdmin.Tests;

/// <summary>What a test expects of a result.</summary>
internal static class Expect
{
    /// <summary>The problem, which must be of this kind and speak in a sentence.</summary>
    public static TProblem Problem<TProblem, T>(Result<T> result) where TProblem : Problem
    {
        var problem = Assert.IsType<TProblem>(result.Problem);
        Assert.Matches(@"^\p{Lu}.*[.!?…]$|^'", problem.Message);
        return problem;
    }

    public static Problem.Refused Refused<T>(Result<T> result) => Problem<Problem.Refused, T>(result);

    public static Problem.NotFound NotFound<T>(Result<T> result) => Problem<Problem.NotFound, T>(result);

    public static Problem.Forbidden Forbidden<T>(Result<T> result) => Problem<Problem.Forbidden, T>(result);

    public static Problem.Stale Stale<T>(Result<T> result) => Problem<Problem.Stale, T>(result);

    /// <summary>The one wrong field, by its path; the sentence beside it.</summary>
    public static string Invalid<T>(Result<T> result, string path)
    {
        var error = Assert.Single(Assert.IsType<Problem.Invalid>(result.Problem).Errors);
        Assert.Equal(path, error.Path);
        return error.Message;
    }

    /// <summary>The paths of all wrong fields.</summary>
    public static IEnumerable<string> InvalidFields<T>(Result<T> result) =>
        Assert.IsType<Problem.Invalid>(result.Problem).Errors.Select(error => error.Path);
}
