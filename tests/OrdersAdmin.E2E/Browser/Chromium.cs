using System.Diagnostics;

namespace OrdersAdmin.E2E.Browser;

/// <summary>A Chromium to test with: the one that is named or on the path, else Playwright's own, else the distribution's. Never a silent skip.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    /// <summary>Without a sandbox of its own, because tests often run as root, and without traffic of its own.</summary>
    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The executable's path, or null where Playwright knows its own browser.</summary>
    public static string? FindOrInstall()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new FileNotFoundException($"CHROMIUM_PATH names {named}, which is not there.");
        if (OnPath() is { } found)
            return found;
        var isRoot = Environment.UserName == "root";
        // Its libraries too, which only root can install.
        if (Microsoft.Playwright.Program.Main(isRoot ? ["install", "--with-deps", "chromium"] : ["install", "chromium"]) == 0)
            return null;
        if (isRoot && Run("apt-get", "update", "-qq") && Run("apt-get", "install", "-y", "-qq", "chromium") && OnPath() is { } installed)
            return installed;
        throw new InvalidOperationException("No Chromium was found and none could be installed. Install one, or name it in CHROMIUM_PATH.");
    }

    private static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } });
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }
}
