using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OrdersAdmin.Tokens;

/// <summary>The secret of a token: 256 random bits, which nobody can guess, so that one round of SHA-256 keeps them safe at rest.</summary>
internal sealed record TokenSecret(string Text)
{
    private const string Mark = "oat_";
    private const int Shown = 12;
    private const int Longest = 200;

    /// <summary>How it begins; too little to guess the rest from.</summary>
    public string Prefix => Text[..Shown];

    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Text));

    public static TokenSecret New() => new(Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>What a program sent; null when it cannot be one of ours.</summary>
    public static TokenSecret? Of(string? text) =>
        text is { Length: > Shown and <= Longest } && text.StartsWith(Mark, StringComparison.Ordinal) ? new(text) : null;
}
