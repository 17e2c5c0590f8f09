using System.Text;

namespace OrdersAdmin.Cli.Output;

/// <summary>Text of others on a terminal: what a buyer typed as a name must not move the cursor or color the screen.</summary>
internal static class Plainly
{
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\u007F', '\u009F'))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
            plain.Append(char.IsControl(letter) ? ' ' : letter);
        return plain.ToString();
    }
}
