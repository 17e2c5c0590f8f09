using System.CommandLine;

namespace OrdersAdmin.Cli.Commands;

/// <summary>Options that many commands share.</summary>
internal static class Flags
{
    public static readonly Option<bool> Json = new("--json") { Arity = ArgumentArity.Zero, Description = "Print the shop's JSON, byte for byte, instead of a table." };

    public static readonly Option<string?> Key = Checked(new Option<string?>("--idempotency-key")
    {
        HelpName = "KEY",
        Description = "Makes repeating the command safe: the same key is done once. Made up when not given, and printed when something goes wrong.",
    });

    public static readonly Option<int?> IfVersion = new("--if-version")
    {
        HelpName = "VERSION",
        Description = "Only if the order still has this version; refused when somebody changed it since.",
    };

    private static Option<string?> Checked(Option<string?> key)
    {
        key.Validators.Add(option =>
        {
            if (option.Tokens is [var token] && (token.Value.Length is 0 or > 255 || token.Value.StartsWith("--", StringComparison.Ordinal) || token.Value.AsSpan().ContainsAnyExceptInRange('!', '~')))
                option.AddError("--idempotency-key is one word of at most 255 visible ASCII characters.");
        });
        return key;
    }
}
