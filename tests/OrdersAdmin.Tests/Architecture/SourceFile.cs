using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OrdersAdmin.Tests.Architecture;

/// <summary>A file of the repository as the rules read it.</summary>
/// <param name="Path">From the repository's root, with slashes.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    public static string Repository { get; } = RootOf();

    /// <summary>Everything under src that a person wrote.</summary>
    public static IReadOnlyList<SourceFile> All { get; } = [.. Under("src", "*.cs"), .. Under("src", "*.razor"), .. Under("src", "*.css")];

    public static IReadOnlyList<SourceFile> Tests { get; } = [.. Under("tests", "*.cs")];

    /// <summary>The text without what only people read: comments, and what stands in quotes.</summary>
    public string Code { get; } = Unread().Replace(Text, " ");

    public int Lines => Text.Count(sign => sign == '\n');

    public override string ToString() => Path;

    private static IEnumerable<SourceFile> Under(string folder, string pattern) =>
        from file in Directory.EnumerateFiles(System.IO.Path.Combine(Repository, folder), pattern, SearchOption.AllDirectories)
        let path = System.IO.Path.GetRelativePath(Repository, file).Replace('\\', '/')
        where !path.Split('/').Any(part => part is "bin" or "obj" or "Migrations")
        orderby path
        select new SourceFile(path, File.ReadAllText(file));

    private static string RootOf([CallerFilePath] string here = "") => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex(""""
        """.*?""" | \$"(?:[^"\\{\n]|\\.|\{\{|\{[^{}\n]*\})*" | @"(?:[^"]|"")*" | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)' | //[^\n]* | /\*.*?\*/ | @\*.*?\*@
        """", RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Unread();
}
