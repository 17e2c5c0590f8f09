namespace OrdersAdmin.Demo;

/// <summary>The orders printed in the documents of the systems whose shapes we read, as files in those shapes.</summary>
internal static class DemoDocuments
{
    public static readonly IReadOnlyList<string> Names =
        ["alloy.json", "aly-store.json", "squarespace.json", "shoplazza-refunded.json", "shoplazza-cancelled.json"];

    public static Stream Open(string name) => Resource("Documents." + name);

    internal static Stream Resource(string name) => typeof(DemoDocuments).Assembly.GetManifestResourceStream("OrdersAdmin.Demo." + name)
        ?? throw new InvalidOperationException($"The demo file {name} is not in the build.");
}
