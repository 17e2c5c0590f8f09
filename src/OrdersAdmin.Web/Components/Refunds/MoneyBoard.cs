using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Components.Shared;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Refunds;

/// <summary>A page of money that waits for people: it reads itself anew whenever an order changes and after each act of the reader's.</summary>
public abstract class MoneyBoard(OrderChanges changes, AuthenticationStateProvider authentication, Toasts toasts) : ComponentBase, IDisposable
{
    private IDisposable? listening;

    protected Actor Actor { get; private set; } = default!;

    /// <summary>What stood in the way of reading, or of the last act.</summary>
    protected Problem? Problem { get; set; }

    protected int Tries { get; private set; }

    protected abstract Task Load();

    protected override async Task OnInitializedAsync()
    {
        Actor = await authentication.Actor();
        await Load();
        if (RendererInfo.IsInteractive)
            listening = changes.Subscribe(_ => Hear());
    }

    public void Dispose()
    {
        listening?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task Act<T>(Task<Result<T>> act, string told)
    {
        Problem = (await act).Problem;
        Tries++;
        if (Problem is null)
            toasts.Show(told);
        await Load();
    }

    private void Hear() => _ = InvokeAsync(Refresh);

    private async Task Refresh()
    {
        await Load();
        StateHasChanged();
    }
}
