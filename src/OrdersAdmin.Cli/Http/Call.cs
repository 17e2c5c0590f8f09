using System.Text.Json.Nodes;

namespace OrdersAdmin.Cli.Http;

/// <summary>One request to the shop.</summary>
/// <param name="Path">From the API's root, with its query.</param>
/// <param name="Body">JSON as it is sent.</param>
internal sealed record Call(HttpMethod Method, string Path, string? Body = null)
{
    public const string Orders = "/api/v1/merchant/orders";

    /// <summary>Sent with every POST, and the same with every repetition of it: the shop then does it once.</summary>
    public string Key { get; init; } = Guid.CreateVersion7().ToString();

    /// <summary>The version that the decision was made on; the shop refuses when somebody changed the order since.</summary>
    public int? IfVersion { get; init; }

    /// <summary>Whether the shop remembers the key with its answer.</summary>
    public bool IsKeyed => Method == HttpMethod.Post;

    public static Call Get(string path) => new(HttpMethod.Get, path);

    public static Call Post(string path, JsonObject? body = null) => new(HttpMethod.Post, path, (body ?? []).ToJsonString());

    public static Call Patch(string path, JsonObject body) => new(HttpMethod.Patch, path, body.ToJsonString());

    public static Call Delete(string path) => new(HttpMethod.Delete, path);
}
