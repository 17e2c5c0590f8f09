using System.Text.Json.Nodes;

namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>One request as an endpoint sees it, inside the ledger's gate.</summary>
internal sealed record Call(Ledger Ledger, string Id, Parameters Parameters, DateTimeOffset Now);

/// <summary>An endpoint: it reads its parameters, asks for a refusal, acts, and answers with an object of Stripe.</summary>
internal delegate Outcome<JsonObject> Endpoint(Call call);
