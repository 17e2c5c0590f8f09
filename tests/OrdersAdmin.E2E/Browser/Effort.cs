using Microsoft.Playwright;

namespace OrdersAdmin.E2E.Browser;

/// <summary>What a task takes out of a person: presses of the mouse, where choosing from a list is one, and fields typed into. Keys are free.</summary>
public sealed record Effort(int Clicks, int Fields)
{
    // Kept by the tab, so that it outlives going from page to page.
    private const string Counting = """
        const add = (kind, what) => {
          const kept = JSON.parse(sessionStorage.getItem("effort") ?? "[]");
          const key = kind === "field" ? `field ${location.pathname} ${what.id || what.name}` : `click ${kept.length}`;
          if (!kept.includes(key)) sessionStorage.setItem("effort", JSON.stringify([...kept, key]));
        };
        addEventListener("mousedown", event => event.isTrusted && add("click"), true);
        addEventListener("change", event => event.target.matches("select") && add("click"), true);
        addEventListener("input", event => event.target.matches("input:not([type=checkbox], [type=radio]), textarea") && add("field", event.target), true);
        """;

    /// <summary>Counts from the next page load on.</summary>
    public static Task Count(IPage page) => page.AddInitScriptAsync(Counting);

    /// <summary>Forgets what led to where the task begins.</summary>
    public static Task Begin(IPage page) => page.EvaluateAsync("() => sessionStorage.removeItem('effort')");

    public static async Task<Effort> Of(IPage page)
    {
        var kept = await page.EvaluateAsync<string[]>("() => JSON.parse(sessionStorage.getItem('effort') ?? '[]')");
        return new(kept.Count(each => each.StartsWith("click", StringComparison.Ordinal)), kept.Count(each => each.StartsWith("field", StringComparison.Ordinal)));
    }
}
