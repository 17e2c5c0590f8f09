using System.Runtime.CompilerServices;
using OrdersAdmin.Webhooks;

namespace OrdersAdmin.Tests.Documents;

/// <summary>docs/webhooks.md tells receivers of exactly the events that there are.</summary>
public sealed class WebhooksDocument
{
    [Fact]
    public void Lists_the_event_types_as_they_are()
    {
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "webhooks.md"));

        var listed = text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains('.', StringComparison.Ordinal)).Select(line => line.Trim());

        Assert.Equal(WebhookEvents.All.Select(type => $"| `{type.Name}` | {type.Meaning} |"), listed);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
