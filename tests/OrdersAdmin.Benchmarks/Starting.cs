using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace OrdersAdmin.Benchmarks;

/// <summary>Time from starting the process to the first yes of <c>/health/ready</c>, on a database with orders, and the memory that it holds then.</summary>
internal static class Starting
{
    private const string Address = "http://127.0.0.1:5170";

    public static async Task<int> Run(Arguments arguments)
    {
        var orders = arguments.Number("orders", 2000);
        var data = Path.Combine(Shop.Folder, "start");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        Directory.CreateDirectory(data);
        await Shop.CopyWithOrders(orders, Path.Combine(data, "orders.db"));
        var app = arguments.Text("app") ?? Path.Combine(AppContext.BaseDirectory, "OrdersAdmin.Web.dll");

        var times = new List<double>();
        var memory = new List<double>();
        var worked = TimeSpan.Zero;
        for (var i = 0; i <= 5; i++)
        {
            var (time, cpu, megabytes) = await StartOnce(app, data);
            // The first start makes accounts and keys, and warms the disk's cache.
            if (i == 0)
                continue;
            times.Add(time);
            memory.Add(megabytes);
            worked += cpu;
        }
        Figures.Head($"{orders:#,0} orders");
        Figures.Of(times, worked).Print("start until ready");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Memory when idle: {memory.Average():0} MB resident"));
        return 0;
    }

    private static async Task<(double Milliseconds, TimeSpan Cpu, double Megabytes)> StartOnce(string app, string data)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { app, "--urls", Address, $"--OrdersAdmin:DataDirectory={data}" },
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(app))!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        var since = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        while (!await IsReady(client))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The app did not start: {await output}");
            await Task.Delay(5);
        }
        var taken = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        process.Refresh();
        var cpu = process.TotalProcessorTime;
        await Task.Delay(3000);
        process.Refresh();
        var megabytes = process.WorkingSet64 / 1048576.0;
        using (var end = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {process.Id}")]))
            await end.WaitForExitAsync();
        await process.WaitForExitAsync();
        await output;
        return (taken, cpu, megabytes);
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
