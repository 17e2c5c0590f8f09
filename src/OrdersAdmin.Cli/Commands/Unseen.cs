using System.Text;

namespace OrdersAdmin.Cli.Commands;

/// <summary>Reads a line from the keyboard without showing it.</summary>
internal static class Unseen
{
    public static string ReadLine(TextWriter words)
    {
        var line = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
            {
                words.WriteLine();
                return line.ToString().Trim();
            }
            if (key.Key == ConsoleKey.Backspace)
                line.Length = Math.Max(0, line.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                line.Append(key.KeyChar);
        }
    }
}
