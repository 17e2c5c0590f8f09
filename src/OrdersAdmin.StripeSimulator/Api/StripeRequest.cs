using System.Text;
using Microsoft.AspNetCore.Http;

namespace OrdersAdmin.StripeSimulator.Api;

/// <summary>A request as read from the wire.</summary>
internal sealed record StripeRequest(string Id, string Method, string Path, string Template, string? Key, string Form, bool IsForm)
{
    private const int MostBytes = 1 << 20;

    public string Endpoint => Method + " " + Path;

    public static async Task<StripeRequest> ReadAsync(HttpContext http, string id, string template)
    {
        var request = http.Request;
        var key = request.Headers["Idempotency-Key"].ToString();
        if (!HttpMethods.IsPost(request.Method))
            return new StripeRequest(id, request.Method, request.Path, template, null, request.QueryString.Value?.TrimStart('?') ?? "", IsForm: true);

        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MostBytes)
                throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        var isForm = body.Length == 0 || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        return new StripeRequest(id, request.Method, request.Path, template, key.Length == 0 ? null : key, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length), isForm);
    }
}
