using Microsoft.AspNetCore.Components;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>An order's tags; adding and removing acts at once and can be undone.</summary>
public sealed partial class OrderTags
{
    private string? typed;
    private Problem? problem;
    private int tries;
    private bool busy;

    [Parameter, EditorRequired]
    public IReadOnlyList<string> Tags { get; set; } = [];

    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>Sets the tags, with the sentence that tells what was done; answers with what stood in the way.</summary>
    [Parameter, EditorRequired]
    public required Func<IReadOnlyList<string>, string, Task<Problem?>> OnSave { get; set; }

    /// <summary>Reads the order again.</summary>
    [Parameter]
    public EventCallback OnLook { get; set; }

    private string? Busy => busy ? "true" : null;

    private async Task Add()
    {
        var added = (typed ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Except(Tags, StringComparer.Ordinal).ToList();
        if (added.Count == 0)
            typed = null;
        else if (await Save([.. Tags, .. added], $"Added {Names(added)}."))
            typed = null;
    }

    private Task<bool> Remove(string tag) => Save([.. Tags.Where(each => each != tag)], $"Removed {Names([tag])}.");

    private async Task<bool> Save(IReadOnlyList<string> tags, string told)
    {
        if (busy)
            return false;
        busy = true;
        try
        {
            problem = await OnSave(tags, told);
            tries++;
            return problem is null;
        }
        finally
        {
            busy = false;
        }
    }

    private async Task LookAgain()
    {
        problem = null;
        await OnLook.InvokeAsync();
    }

    private static string Names(List<string> tags) => (tags.Count == 1 ? "the tag " : "the tags ") + string.Join(", ", tags);
}
