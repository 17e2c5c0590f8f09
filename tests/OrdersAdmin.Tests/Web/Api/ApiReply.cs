using System.Text.Json;

namespace OrdersAdmin.Tests.Web.Api;

/// <summary>What came back.</summary>
internal sealed record ApiReply(int Status, string Body, string ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonElement.Parse(Body);

    public string Code => Json.GetProperty("code").GetString()!;

    public string? ETag => Headers.GetValueOrDefault("ETag");

    public bool Replayed => Headers.GetValueOrDefault("Idempotent-Replayed") == "true";

    /// <summary>The paths of the wrong fields.</summary>
    public IReadOnlyList<string> Paths => [.. Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("path").GetString()!)];

    public string Text(string member) => Json.GetProperty(member).GetString()!;

    public static async Task<ApiReply> Of(HttpResponseMessage response) => new(
        (int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType ?? "",
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));

    /// <summary>A refusal of this kind, as a problem document whose address is explained.</summary>
    public ApiReply Refused(int status, string code)
    {
        Assert.Equal((status, code, "application/problem+json"), (Status, Code, ContentType));
        Assert.Equal($"/docs/problems#{code}", Text("type"));
        Assert.Matches(@"^\p{Lu}.*[.!?…]$|^'", Text("detail"));
        return this;
    }

    public ApiReply Ok(int status = 200)
    {
        Assert.True(Status == status, $"{Status} instead of {status}: {Body}");
        return this;
    }
}
