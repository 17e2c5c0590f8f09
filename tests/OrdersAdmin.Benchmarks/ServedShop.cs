using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace OrdersAdmin.Benchmarks;

/// <summary>The app in a process of its own.</summary>
internal sealed class ServedShop : IAsyncDisposable
{
    private readonly Task<string> output;

    private ServedShop(Process process, Task<string> output, double startedIn) => (Process, this.output, StartedIn) = (process, output, startedIn);

    public Process Process { get; }

    /// <summary>Milliseconds from its start to the first yes of <c>/health/ready</c>.</summary>
    public double StartedIn { get; }

    public TimeSpan Worked
    {
        get
        {
            Process.Refresh();
            return Process.TotalProcessorTime;
        }
    }

    public double Megabytes
    {
        get
        {
            Process.Refresh();
            return Process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>A fresh data folder with a database of that many orders.</summary>
    public static async Task<string> DataFolder(string name, int orders)
    {
        var folder = DataFolder(name);
        await Shop.CopyWithOrders(orders, Database(folder));
        return folder;
    }

    /// <summary>A fresh data folder with nothing in it.</summary>
    public static string DataFolder(string name)
    {
        var folder = Path.Combine(Shop.Folder, name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return folder;
    }

    public static string Database(string folder) => Path.Combine(folder, "orders.db");

    /// <summary>As it runs in production.</summary>
    public static Task<ServedShop> Start(string? app, string folder, Uri address, params string[] settings) =>
        Start(app, folder, address, new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production" }, settings);

    /// <param name="app">The application's DLL, or null for the one that was built along.</param>
    public static async Task<ServedShop> Start(string? app, string folder, Uri address, IReadOnlyDictionary<string, string> environment, params string[] settings)
    {
        app ??= Path.Combine(AppContext.BaseDirectory, "OrdersAdmin.Web.dll");
        var since = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("dotnet", [app, "--urls", address.ToString(), $"--OrdersAdmin:DataDirectory={folder}", .. settings])
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(app))!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEndAsync();
        using var client = new HttpClient { BaseAddress = address };
        while (!await IsReady(client))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The app did not start: {await printed}");
            await Task.Delay(5);
        }
        return new(process, printed, Stopwatch.GetElapsedTime(since).TotalMilliseconds);
    }

    /// <summary>Ends it in order, as a service manager does.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var end = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {Process.Id}")]))
            await end.WaitForExitAsync();
        await Process.WaitForExitAsync();
        await output;
        Process.Dispose();
    }

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException)
        {
            return false;
        }
    }
}
