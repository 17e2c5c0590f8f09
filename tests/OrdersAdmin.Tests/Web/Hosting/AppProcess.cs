using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OrdersAdmin.Tests.Web.Hosting;

/// <summary>The application as a process of its own, outside Development unless its arguments say otherwise.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    // Ample for a machine that is busy with the other tests.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly Process process;
    private readonly HttpClient client;

    public AppProcess(TemporaryFolder data, params string[] arguments)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        client = new HttpClient { BaseAddress = new Uri(address) };
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OrdersAdmin.Web.dll"), "--urls", address, $"--OrdersAdmin:DataDirectory={data.Path}", .. arguments])
            {
                WorkingDirectory = data.Path,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.StartInfo.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public IReadOnlyList<string> Output => [.. output];

    public IReadOnlyList<string> Errors => [.. errors];

    /// <summary>Waits until orders can be worked on.</summary>
    public async Task Ready()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var clock = Stopwatch.StartNew();
        while (await Status("/health/ready") != HttpStatusCode.OK)
        {
            Assert.False(process.HasExited, "It ended: " + string.Join('\n', errors.Concat(output)));
            Assert.True(clock.Elapsed < Longest, "It did not become ready.");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Null where nobody listens.</summary>
    public async Task<HttpStatusCode?> Status(string path)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {process.Id}")]);
        kill.WaitForExit();
    }

    /// <summary>Its exit code, once it has ended by itself.</summary>
    public async Task<int> Ended()
    {
        using var patience = new CancellationTokenSource(Longest);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        client.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
            lines.Enqueue(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
