using System.Text;
using Microsoft.Win32.SafeHandles;

namespace OrdersAdmin.Cli;

/// <summary>All that the tool touches outside itself but the network: streams, environment, time.</summary>
internal sealed class Surroundings
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Where data goes, and nothing else.</summary>
    public required Stream Output { get; init; }

    /// <summary>Where words go: what went wrong, what happens meanwhile.</summary>
    public required TextWriter Words { get; init; }

    public required Stream Input { get; init; }

    public required Func<string, string?> Variable { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool WordsIsTerminal { get; init; }

    public bool InputIsTerminal { get; init; }

    /// <summary>Characters in a line of the terminal.</summary>
    public int Width { get; init; } = 100;

    public Func<TimeSpan, CancellationToken, Task> Pause { get; init; } = Task.Delay;

    /// <summary>https://no-color.org; a pipe gets no color either.</summary>
    public bool Color => string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    public static Surroundings OfThisProcess() => new()
    {
        Output = OpenOutput(),
        Words = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
        Input = Console.OpenStandardInput(),
        Variable = Environment.GetEnvironmentVariable,
        OutputIsTerminal = !Console.IsOutputRedirected,
        WordsIsTerminal = !Console.IsErrorRedirected,
        InputIsTerminal = !Console.IsInputRedirected,
        Width = Console.IsOutputRedirected ? 100 : Math.Max(40, Console.WindowWidth),
    };

    /// <remarks>
    /// The console's stream swallows that a pipe's reader is gone, and a long list would be fetched to its end for nobody.
    /// A file keeps it: a file stream on a handle would not move the position that the next command in a script writes at.
    /// </remarks>
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Utf8;
            return Console.OpenStandardOutput();
        }
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
