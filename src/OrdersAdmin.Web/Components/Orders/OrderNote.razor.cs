using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Components.Orders;

/// <summary>A text on an order, edited in place. What is typed stays until it is saved or dropped.</summary>
public sealed partial class OrderNote
{
    private readonly string headingId = $"note-{Guid.NewGuid():N}";
    private ElementReference field;
    private ElementReference opener;
    private string? asOpened;
    private string? typed;
    private string? meanwhile;
    private Problem? problem;
    private int tries;
    private bool editing;
    private bool busy;
    private bool moveFocus;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Who reads it.</summary>
    [Parameter, EditorRequired]
    public string Hint { get; set; } = "";

    [Parameter, EditorRequired]
    public string? Text { get; set; }

    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>The key that opens it; null for none.</summary>
    [Parameter]
    public string? Shortcut { get; set; }

    /// <summary>Under which the browser keeps what is typed.</summary>
    [Parameter, EditorRequired]
    public string Draft { get; set; } = "";

    /// <summary>Saves the text, empty to remove it; answers with what stood in the way.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Task<Problem?>> OnSave { get; set; }

    /// <summary>Reads the order again.</summary>
    [Parameter]
    public EventCallback OnLook { get; set; }

    private string EditWord => Text is null ? "Add" : "Edit";

    protected override void OnParametersSet() => meanwhile = editing && Text != asOpened ? Text : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!moveFocus)
            return;
        moveFocus = false;
        await (editing ? field : opener).FocusAsync();
    }

    private void Edit() => (editing, asOpened, typed, moveFocus) = (true, Text, Text, true);

    private void Close() => (editing, problem, meanwhile, moveFocus) = (false, null, null, true);

    private void CloseIfClean(KeyboardEventArgs e)
    {
        if (e.Key == "Escape" && (typed ?? "") == (asOpened ?? ""))
            Close();
    }

    private async Task Save()
    {
        if (busy)
            return;
        busy = true;
        try
        {
            problem = await OnSave(typed ?? "");
            tries++;
            if (problem is null)
                Close();
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
        moveFocus = true;
    }
}
