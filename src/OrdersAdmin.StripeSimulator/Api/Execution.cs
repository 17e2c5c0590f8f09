using System.Text.Json.Nodes;
using OrdersAdmin.StripeSimulator.Events;
using OrdersAdmin.StripeSimulator.Faults;

namespace OrdersAdmin.StripeSimulator.Api;

internal readonly record struct Executed(Answer Answer, bool IsReplay);

/// <summary>Executes a request once for each idempotency key, whatever faults are planned on the way.</summary>
internal sealed class Execution(Ledger ledger)
{
    public async Task<Executed> Run(StripeRequest request, string id, Endpoint endpoint)
    {
        var parameters = Parameters.Parse(request.Form);
        if (request.Key is { } key)
        {
            var verdict = ledger.Look(now => ledger.Keys.Begin(key, request.Endpoint, parameters.Fingerprint, request.Id, now));
            if (!verdict.MayExecute)
                return new Executed(verdict.Replay ?? Answer.Of(verdict.Refusal!, request.Id), IsReplay: verdict.Replay is not null);
        }

        var mayForget = true;
        try
        {
            var fault = ledger.Look(_ => ledger.Faults.Take(request, FaultMoment.Execution));
            if (fault is not null)
                await fault.Wait();
            var answer = ledger.Do(now => Act(request, id, parameters, endpoint, fault, now, out mayForget));
            return new Executed(answer, IsReplay: false);
        }
        finally
        {
            if (mayForget && request.Key is { } begun)
                ledger.Do(_ => ledger.Keys.Release(begun));
        }
    }

    private Answer Act(StripeRequest request, string id, Parameters parameters, Endpoint endpoint, Fault? fault, DateTimeOffset now, out bool mayForget)
    {
        Answer answer;
        if (fault?.Kind == FaultKind.Status500Before)
        {
            answer = Answer.Of(StripeError.Internal, request.Id, fault.ShouldRetry);
            mayForget = false;
        }
        else
        {
            var outcome = Call(request, id, parameters, endpoint, now);
            mayForget = outcome.Error is { ExecutionBegan: false };
            answer = outcome.Error is { } error ? Answer.Of(error, request.Id) : new Answer(200, StripeJson.Write(outcome.Value!), request.Id);
            if (fault?.Kind == FaultKind.Status500After && !mayForget)
                answer = Answer.Of(StripeError.Internal, request.Id, fault.ShouldRetry);
        }

        if (!mayForget && request.Key is { } key)
            ledger.Keep(ledger.Keys.Store(key, answer));
        return answer;
    }

    private Outcome<JsonObject> Call(StripeRequest request, string id, Parameters parameters, Endpoint endpoint, DateTimeOffset now)
    {
        var expand = parameters.Many("expand");
        if (Expansion.Refuse(request, expand) is { } refusal)
            return refusal;
        ledger.Events.Cause = new Cause(request.Id, request.Key);
        try
        {
            var outcome = endpoint(new Call(ledger, id, parameters, now));
            if (outcome.Value is { } answer)
                Expansion.Apply(ledger, answer, expand);
            return outcome;
        }
        finally
        {
            ledger.Events.Cause = null;
        }
    }
}
