using Microsoft.AspNetCore.Components;
using OrdersAdmin.Exchanges;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;

namespace OrdersAdmin.Web.Components.Exchanges;

/// <summary>From the request to the replacement on one screen. Choices and the difference come from the server with every change.</summary>
public sealed partial class ExchangeDialog
{
    private ExchangeDraft draft = default!;

    [Parameter, EditorRequired]
    public required ReturnForm Form { get; set; }

    /// <summary>What a line's units could be exchanged for, the same product first.</summary>
    [Parameter, EditorRequired]
    public required Func<Id<LineItem>, string?, Task<Result<IReadOnlyList<ExchangeChoice>>>> Choices { get; set; }

    /// <summary>What a choice comes to.</summary>
    [Parameter, EditorRequired]
    public required Func<IReadOnlyList<ExchangeItem>, Task<Result<ExchangeQuote>>> Compute { get; set; }

    /// <summary>Asks for the exchange; answers with what stood in the way.</summary>
    [Parameter, EditorRequired]
    public required Func<RequestExchange, Task<Problem?>> Request { get; set; }

    [Parameter]
    public EventCallback OnLook { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    protected override async Task OnInitializedAsync()
    {
        draft = new(Form);
        foreach (var line in draft.Lines.Where(line => line.Units > 0))
            await Search(line);
    }

    protected override void OnParametersSet() => draft.Take(Form);

    private async Task Ask(ExchangeDraftLine line)
    {
        if (line.Units > 0 && line.Choices is null)
            await Search(line);
        await ComputeAgain();
    }

    private async Task Search(ExchangeDraftLine line)
    {
        if ((await Choices(line.Line.LineItemId, Text.Clean(line.Search))).TryGet(out var found, out _))
            line.Choices = found;
    }

    private async Task ComputeAgain()
    {
        var items = draft.Items;
        draft.Quote = items.Count > 0 && (await Compute(items)).TryGet(out var quote, out _) ? quote : null;
    }

    private async Task<Problem?> Send() => draft.Command().TryGet(out var command, out var unreadable) ? await Request(command) : unreadable;
}
