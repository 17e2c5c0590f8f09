using Microsoft.Playwright;

namespace OrdersAdmin.E2E.Browser;

/// <summary>A wedge scanner: it types faster than anybody, into whatever has the focus, and ends with Enter.</summary>
public static class Scanner
{
    /// <summary>The bench listens from now on.</summary>
    public static Task IsHeard(IPage page) => page.Locator("[data-listening]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>All keys in one go, so that a slow machine does not make a person of it.</summary>
    public static Task Reads(IPage page, string code) => page.EvaluateAsync(
        """
        code => {
          for (const key of [...code, "Enter"])
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        }
        """, code);
}
