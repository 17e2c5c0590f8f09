using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using OrdersAdmin.Cli;

namespace OrdersAdmin.Tests.Cli;

/// <summary>Where the tool is called: an environment with a home folder of its own.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly TemporaryFolder home = new();
    private readonly Dictionary<string, string> variables;

    public Terminal(params (string Name, string Value)[] variables)
    {
        this.variables = variables.ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal);
        this.variables["HOME"] = home.Path;
    }

    public string Home => home.Path;

    /// <summary>How long the tool has waited between its attempts, without the test waiting too.</summary>
    public List<TimeSpan> Pauses { get; } = [];

    /// <summary>Whether what it prints is looked at, not piped.</summary>
    public bool IsLookedAt { get; init; }

    public Terminal With(string name, string value)
    {
        variables[name] = value;
        return this;
    }

    /// <summary>Runs the tool with these words, as they are written in a shell; quotes hold words together.</summary>
    public Task<Ran> Run(string line) => Type("", [.. System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(line)]);

    /// <summary>Runs the tool with something on its standard input.</summary>
    public async Task<Ran> Type(string input, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var words = new StringWriter();
        using var typed = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var code = await new Tool(new Surroundings
        {
            Output = output,
            Words = words,
            Input = typed,
            Variable = name => variables.GetValueOrDefault(name),
            OutputIsTerminal = IsLookedAt,
            Width = 160,
            Pause = (pause, _) =>
            {
                Pauses.Add(pause);
                return Task.CompletedTask;
            },
        }).Run(arguments);
        return new Ran(code, output.ToArray(), words.ToString());
    }

    /// <summary>Runs a script in a real bash, in which <c>orders-admin</c> is the real tool.</summary>
    [UnsupportedOSPlatform("windows")]
    public async Task<Ran> Bash(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Home,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        start.Environment.Remove("XDG_CONFIG_HOME");
        start.Environment["PATH"] = $"{Install()}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var output = new MemoryStream();
        var words = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return new Ran(process.ExitCode, output.ToArray(), await words);
    }

    public void Dispose() => home.Dispose();

    /// <summary>Puts the tool into a folder of its own, as the installed tool is a small program that starts the real one.</summary>
    [UnsupportedOSPlatform("windows")]
    private string Install()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Home, "bin")).FullName;
        var dotnet = Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "dotnet";
        var tool = Path.Combine(folder, Tool.Name);
        File.WriteAllText(tool, $"#!/bin/sh\nexec '{dotnet}' '{Path.Combine(AppContext.BaseDirectory, "orders-admin.dll")}' \"$@\"\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }
}
