using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrdersAdmin.StripeSimulator.Money;
using OrdersAdmin.StripeSimulator.PaymentIntents;

namespace OrdersAdmin.StripeSimulator.Checkout;

/// <summary>The page behind a session's url: what is paid for, and one button that pays with a test card.</summary>
internal static class PayPage
{
    public static void Map(IEndpointRouteBuilder routes, Ledger ledger)
    {
        routes.MapGet("/c/pay/{id}", (RequestDelegate)(http => Show(http, ledger)));
        routes.MapPost("/c/pay/{id}", (RequestDelegate)(http => Pay(http, ledger)));
    }

    private static Task Show(HttpContext http, Ledger ledger)
    {
        var page = ledger.Look(_ => Find(http, ledger) is { } session ? Html(session) : null);
        http.Response.StatusCode = page is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        return http.Response.WriteAsync(page ?? "<!doctype html><title>Not found</title><p>There is nothing to pay here.");
    }

    private static Task Pay(HttpContext http, Ledger ledger)
    {
        var next = ledger.Do(now => Find(http, ledger) is { } session && ledger.Checkout.Pay(session, TestCard.Visa, now).Error is null
            ? session.SuccessUrl.Replace("{CHECKOUT_SESSION_ID}", session.Id, StringComparison.Ordinal)
            : http.Request.Path.Value!);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = next;
        return Task.CompletedTask;
    }

    private static CheckoutSession? Find(HttpContext http, Ledger ledger) =>
        ledger.Checkout.All.TryFind((string)http.Request.RouteValues["id"]!, out var session) ? session : null;

    private static string Html(CheckoutSession session)
    {
        var encode = HtmlEncoder.Default;
        var rows = new StringBuilder();
        foreach (var line in session.Lines)
            rows.Append("<li>").Append(line.Quantity).Append(" × ").Append(encode.Encode(line.Name)).Append(", ").Append(encode.Encode(Currencies.Show(line.UnitAmount, session.Currency)));
        var total = encode.Encode(Currencies.Show(session.Total, session.Currency));
        var act = session.Status == CheckoutSession.Open
            ? $"<form method=post><button>Pay {total} with the test card 4242</button></form>"
            : $"<p>This page is {session.Status}.";
        return $"<!doctype html><html lang=en><meta charset=utf-8><title>Simulated checkout</title><style>body{{font:1rem system-ui;max-width:32rem;margin:4rem auto}}</style><h1>{total}</h1><p>Simulated checkout: no money moves.<ul>{rows}</ul>{act}</html>";
    }
}
