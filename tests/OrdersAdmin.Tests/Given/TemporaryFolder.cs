namespace OrdersAdmin.Tests;

/// <summary>A folder of the test's own, gone when the test is over.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("orders-admin-test-").FullName;

    public string DatabasePath => System.IO.Path.Combine(Path, "orders.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
