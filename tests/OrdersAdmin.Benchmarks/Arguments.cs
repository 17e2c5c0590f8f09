using System.Globalization;

namespace OrdersAdmin.Benchmarks;

/// <summary>What follows the verb: <c>--name value</c> pairs.</summary>
internal sealed class Arguments(string[] words)
{
    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public string? Text(string name) => Array.IndexOf(words, $"--{name}") is >= 0 and var at && at + 1 < words.Length ? words[at + 1] : null;
}
