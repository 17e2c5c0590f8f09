using OrdersAdmin.Tokens;

namespace OrdersAdmin.Web.Components.Tokens;

/// <summary>What is typed into the dialog that makes a token.</summary>
public sealed class TokenForm
{
    public string? Name { get; set; } = "";

    public bool Writes { get; set; }

    /// <summary>Days until it expires; 0 is never.</summary>
    public int Days { get; set; } = 90;

    public HashSet<string> Sites { get; } = new(StringComparer.Ordinal);

    /// <summary>What it holds as one text: equal means that nothing was typed.</summary>
    public string Content => string.Join('\n', [Name, Writes.ToString(), Days.ToString(System.Globalization.CultureInfo.InvariantCulture), .. Sites.Order(StringComparer.Ordinal)]);

    public void Choose(string site, bool chosen)
    {
        if (chosen)
            Sites.Add(site);
        else
            Sites.Remove(site);
    }

    public MakeApiToken Command(DateTimeOffset now) => new(Name ?? "", Writes, [.. Sites.Order(StringComparer.Ordinal)], Days == 0 ? null : now.AddDays(Days));
}
