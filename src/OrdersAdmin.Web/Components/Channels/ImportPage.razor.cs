using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using OrdersAdmin.Channels;
using OrdersAdmin.Kernel;
using OrdersAdmin.Sites;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Channels;

/// <summary>A plain HTTP form: a file of any size reaches the server without passing through the circuit.</summary>
public sealed partial class ImportPage(ImportFile import, SiteQueries siteQueries, StaffQueries staff, AuthenticationStateProvider authentication)
{
    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromForm]
    private ImportForm? Form { get; set; }

    private IReadOnlyList<SiteView> Sites { get; set; } = [];

    private bool Refused { get; set; }

    private Problem? Problem { get; set; }

    private ImportReport? Report { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var actor = await authentication.Actor();
        Sites = await siteQueries.List(actor);
        Refused = await staff.Find(actor.StaffId!.Value) is not { Active: true } me || !me.Role.May(Permission.ImportOrders);
        if (Refused)
            Context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private async Task Import()
    {
        if (Sites.FirstOrDefault(site => site.Slug == Form?.Site) is not { } site)
            Problem = new Problem.Invalid("site", "Choose one of your sites.");
        else if (Form?.File is not { Length: > 0 } file)
            Problem = new Problem.Invalid("file", "Choose a file that is not empty.");
        else
            await Import(site, file);
    }

    private async Task Import(SiteView site, IFormFile file)
    {
        await using var stream = file.OpenReadStream();
        var result = await import.Import(await authentication.Actor(), site.Id, stream, Form!.DryRun, progress: null, Context.RequestAborted);
        (Report, Problem) = (result.TryGet(out var report, out var problem) ? report : null, problem);
    }

    internal sealed class ImportForm
    {
        public string Site { get; set; } = "";

        public IFormFile? File { get; set; }

        public bool DryRun { get; set; }
    }
}
