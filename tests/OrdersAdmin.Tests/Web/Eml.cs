using System.Text;

namespace OrdersAdmin.Tests.Web;

/// <summary>A letter as it lies in the mail folder: headers and text, decoded.</summary>
internal static class Eml
{
    public static string Read(string path)
    {
        var parts = File.ReadAllText(path).Split("\r\n\r\n", 2);
        var body = parts.ElementAtOrDefault(1) ?? "";
        if (parts[0].Contains("quoted-printable", StringComparison.OrdinalIgnoreCase))
            body = QuotedPrintable(body);
        else if (parts[0].Contains("base64", StringComparison.OrdinalIgnoreCase))
            body = Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal)));
        return parts[0] + "\r\n\r\n" + body;
    }

    /// <summary>The first address in the letter.</summary>
    public static Uri Link(string letter) =>
        new(letter.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).First(word => word.StartsWith("http", StringComparison.Ordinal)));

    private static string QuotedPrintable(string text)
    {
        var bytes = new List<byte>();
        var joined = text.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '=')
            {
                bytes.Add(Convert.ToByte(joined.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
                bytes.AddRange(Encoding.UTF8.GetBytes(joined[i].ToString()));
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
