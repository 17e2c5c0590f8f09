using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Api;

/// <summary>A body that knows what its shape alone does not say: lengths and signs.</summary>
internal interface IBody
{
    IEnumerable<FieldError> Wrong();
}

/// <summary>The sentences that bodies share.</summary>
internal static class Bounds
{
    public static IEnumerable<FieldError> Longest(string path, string? text, int most)
    {
        if (text?.Length > most)
            yield return new(path, $"'{path}' is longer than {most:#,0} characters.");
    }

    public static IEnumerable<FieldError> Required(string path, string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? [new(path, $"'{path}' is missing.")] : Longest(path, text, most);

    /// <summary>From 1 up.</summary>
    public static IEnumerable<FieldError> Positive(string path, long? number)
    {
        if (number < 1)
            yield return new(path, $"'{path}' must be at least 1.");
    }

    public static IEnumerable<FieldError> Few<T>(string path, IReadOnlyList<T>? list, int least, int most)
    {
        if (list is not null && (list.Count < least || list.Count > most))
            yield return new(path, $"'{path}' has from {least} to {most} entries.");
    }

    /// <summary>A list's elements; none of them may be null, which the framework lets pass.</summary>
    public static IEnumerable<FieldError> Each<T>(string path, IReadOnlyList<T>? list, Func<T, string, IEnumerable<FieldError>> check) =>
        list?.SelectMany((each, i) => each is null ? [new($"{path}[{i}]", "This must not be null.")] : check(each, $"{path}[{i}]")) ?? [];
}
