using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using OrdersAdmin.Kernel;
using OrdersAdmin.Returns;
using OrdersAdmin.Staff;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Components.Returns.Bench;

/// <summary>One parcel after the other: scan the slip, scan the items, scan the slip again. Nothing needs the mouse.</summary>
public sealed partial class BenchPage(ReturnWorkflow returns, ReturnQueries queries, AuthenticationStateProvider authentication, NavigationManager navigation, IJSRuntime script) : IAsyncDisposable
{
    private Actor actor = default!;
    private DotNetObjectReference<BenchPage>? me;
    private IJSObjectReference? module;
    private BenchCount? count;
    private BenchGrade grade = BenchGrade.All[0];
    private BenchAnswer? answer;
    private IReadOnlyList<ReturnView> found = [];
    private string? strange;
    private string? typed;
    private bool busy;

    /// <summary>What was scanned or typed to open the parcel on the bench.</summary>
    [SupplyParameterFromQuery]
    private string? Code { get; set; }

    private string Button => count switch
    {
        { Units: > 0, IsComplete: false } => $"Receive {Text.Count(count.Units, "item")}, {count.Outstanding - count.Units} still expected",
        { Units: > 0 } => $"Receive all {Text.Count(count.Units, "item")}",
        _ => "Receive",
    };

    protected override async Task OnParametersSetAsync()
    {
        actor = await authentication.Actor();
        if (Code is null)
            count = null;
        else if (count is null || !IsSlipOf(count.Return, Code))
            await Find(Code);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        me = DotNetObjectReference.Create(this);
        module = await script.InvokeAsync<IJSObjectReference>("import", "./bench.js");
        await module.InvokeVoidAsync("listen", me);
        StateHasChanged();
    }

    /// <summary>A scanner read something.</summary>
    [JSInvokable]
    public async Task Scanned(string code)
    {
        code = code.Trim();
        if (count is null)
            await OpenCode(code);
        else if (IsSlipOf(count.Return, code))
            await Finish();
        else
            await Count(count, code);
        StateHasChanged();
    }

    private Task OpenTyped() => string.IsNullOrWhiteSpace(typed) ? Task.CompletedTask : OpenCode(typed.Trim());

    /// <summary>The parcel on the bench is part of the address.</summary>
    private async Task OpenCode(string code)
    {
        await Find(code);
        if (count is not null)
            Go(code);
    }

    private async Task Find(string code)
    {
        found = [];
        if (!(await queries.FindByCode(actor, code)).TryGet(out var views, out var problem))
            await Say(BenchAnswer.Bad(problem.Message));
        else if (views is [var only])
            await Take(only);
        else
        {
            found = views;
            await Say(BenchAnswer.Bad($"{Text.Count(views.Count, "return has", "returns have")} this number. Which one is it?"));
        }
    }

    private async Task Take(ReturnView view)
    {
        (found, typed, strange, grade) = ([], null, null, BenchGrade.All[0]);
        if (!view.AllowedActions.Contains(ReturnAct.Receive))
        {
            count = null;
            await Say(BenchAnswer.Bad($"{view.Rma} cannot be received. {view.Sentence}"));
            return;
        }
        count = new(view);
        await Say(BenchAnswer.Good($"{Text.Count(count.Outstanding, "item")} expected. Scan what is in the parcel."));
    }

    private async Task Count(BenchCount parcel, string code)
    {
        var match = ReturnScan.Match(parcel.Return, code);
        if (match.LineItemId is { } line)
        {
            await CountOne(parcel, parcel.Return.Lines.First(each => each.LineItemId == line));
            return;
        }
        var slip = (await queries.FindByCode(actor, code)).TryGet(out var others, out _) ? others : [];
        if (slip is [var next] && parcel.IsEmpty)
        {
            await Take(next);
            Go(code);
            return;
        }
        strange = slip.Count == 0 ? code : null;
        await Say(BenchAnswer.Bad(slip.Count == 0 ? match.Sentence : $"Finish {parcel.Return.Rma} first: {Text.Count(parcel.Units, "item is", "items are")} counted."));
    }

    private Task CountOne(BenchCount parcel, ReturnLineView line)
    {
        strange = null;
        if (!parcel.Add(line.LineItemId, grade.Disposition))
            return Say(BenchAnswer.Bad(line.Outstanding == 0 ? $"No {line.Name} is expected any more." : $"All {line.Outstanding} of {line.Name} are counted already."));
        return Say(parcel.IsComplete
            ? BenchAnswer.Done($"{line.Name}, {grade.Name.ToLowerInvariant()}. That is everything; scan the slip again to finish.")
            : BenchAnswer.Good($"{line.Name}, {grade.Name.ToLowerInvariant()}: {parcel.Of(line.LineItemId)} of {line.Outstanding}."));
    }

    private Task Tap(ReturnLineView line) => CountOne(count!, line);

    private Task TakeBack(ReturnLineView? line) => count!.TakeBack(line?.LineItemId) ? Say(BenchAnswer.Good("Taken back.")) : Say(BenchAnswer.Bad("Nothing is counted yet."));

    private Task Choose(BenchGrade chosen)
    {
        grade = chosen;
        return Say(BenchAnswer.Good($"The next item is {chosen.Name.ToLowerInvariant()}: {chosen.Effect}."));
    }

    private Task RecordStrange()
    {
        count!.AddUnexpected(strange!);
        (var what, strange) = (strange, null);
        return Say(BenchAnswer.Good($"{what} is recorded as not expected."));
    }

    private async Task Finish()
    {
        if (busy || count is not { } parcel)
            return;
        if (parcel.IsEmpty)
        {
            await Say(BenchAnswer.Bad("Nothing is counted yet."));
            return;
        }
        busy = true;
        var done = await returns.Receive(actor, parcel.Return.Id, parcel.Command());
        busy = false;
        if (!done.TryGet(out _, out var problem))
        {
            await Say(BenchAnswer.Bad(problem.Message));
            return;
        }
        count = null;
        await Say(BenchAnswer.Done($"{parcel.Return.Rma}: {Text.Count(parcel.Units, "item")} received. Scan the next slip."));
        Go(null);
    }

    private void PutAside()
    {
        (count, answer) = (null, null);
        Go(null);
    }

    private async Task Say(BenchAnswer said)
    {
        answer = said;
        if (module is not null)
            await module.InvokeVoidAsync("sound", said.Tone);
    }

    private void Go(string? code) => navigation.NavigateTo(navigation.GetUriWithQueryParameter("code", code), replace: true);

    private static bool IsSlipOf(ReturnView view, string code) =>
        string.Equals(code, view.ScanCode, StringComparison.OrdinalIgnoreCase) || string.Equals(code, view.Rma, StringComparison.OrdinalIgnoreCase);

    public async ValueTask DisposeAsync()
    {
        me?.Dispose();
        if (module is null)
            return;
        try
        {
            await module.InvokeVoidAsync("stop");
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its ears with it.
        }
    }
}
