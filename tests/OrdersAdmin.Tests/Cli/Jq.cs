using System.Diagnostics;

namespace OrdersAdmin.Tests.Cli;

/// <summary>The jq that the specification pipes into: the one on the path, else the distribution's. Never a silent skip.</summary>
internal static class Jq
{
    public static void FindOrInstall()
    {
        if (IsThere || (Environment.UserName == "root" && Run("apt-get", "update", "-qq") && Run("apt-get", "install", "-y", "-qq", "jq") && IsThere))
            return;
        throw new InvalidOperationException("No jq was found and none could be installed. Install one.");
    }

    private static bool IsThere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "jq")));

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } });
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }
}
