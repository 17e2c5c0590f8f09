using System.Text.RegularExpressions;

namespace OrdersAdmin.Tests.Architecture;

/// <summary>What no file of a kind may say.</summary>
/// <param name="Where">The path of the files that it is about.</param>
/// <param name="Forbidden">Looked for in the code, without comments and texts.</param>
/// <param name="Example">A file that breaks the rule: the proof that it can fail.</param>
internal sealed record SourceRule(string Sentence, string Where, string Forbidden, SourceFile Example)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public IEnumerable<string> BrokenIn(IEnumerable<SourceFile> files) =>
        from file in files
        where Regex.IsMatch(file.Path, Where, RegexOptions.ExplicitCapture, Patience)
        from Match match in Regex.Matches(file.Code, Forbidden, RegexOptions.ExplicitCapture, Patience)
        select $"{file.Path}: {match.Value.Trim()}";

    public override string ToString() => Sentence;
}
