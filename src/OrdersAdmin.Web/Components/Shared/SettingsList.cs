using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Shared;

/// <summary>A page of the settings that lists all there is of a kind. The open dialog is part of its address.</summary>
/// <param name="path">The page's address while no dialog is open.</param>
public abstract class SettingsList<TRow>(string path, SiteQueries sites, AuthenticationStateProvider authentication, NavigationManager navigation) : ComponentBase
{
    // The browser sends the kept state back in one message; beyond 32 KB the connection dies without a word.
    private const int MostKept = 40;

    /// <summary>As it was prerendered, so that the live page need not load it again; null when it is too large to keep.</summary>
    [PersistentState]
    public SettingsRows<TRow>? Kept { get; set; }

    /// <summary>The dialog that adds to the list, by its name, while it is open.</summary>
    [SupplyParameterFromQuery]
    protected string? Dialog { get; set; }

    protected Actor Actor { get; private set; } = default!;

    protected SettingsRows<TRow>? Shown { get; private set; }

    /// <summary>Why the reader may not see it.</summary>
    protected Problem? Refusal { get; private set; }

    protected override async Task OnInitializedAsync()
    {
        Actor = await authentication.Actor();
        Shown = Kept;
        if (Shown is null)
            await Load();
    }

    protected abstract Task<Result<IReadOnlyList<TRow>>> Find();

    protected async Task Load()
    {
        if ((await Find()).TryGet(out var rows, out var refusal))
            Shown = new(rows, await sites.List(Actor));
        Refusal = refusal;
        Kept = Shown?.Rows.Count <= MostKept ? Shown : null;
    }

    protected void Close() => Go(path);

    protected void Go(string address) => navigation.NavigateTo(address);
}

/// <param name="Sites">Those that the reader may choose from.</param>
public sealed record SettingsRows<TRow>(IReadOnlyList<TRow> Rows, IReadOnlyList<SiteView> Sites);
