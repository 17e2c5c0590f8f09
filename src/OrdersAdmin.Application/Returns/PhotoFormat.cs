namespace OrdersAdmin.Returns;

/// <summary>A kind of picture that we keep, told by its first bytes: what the sender calls it is not believed.</summary>
internal sealed record PhotoFormat(string ContentType, string Extension)
{
    private static readonly PhotoFormat Jpeg = new("image/jpeg", "jpg");
    private static readonly PhotoFormat Png = new("image/png", "png");
    private static readonly PhotoFormat WebP = new("image/webp", "webp");

    /// <summary>Null for anything else.</summary>
    public static PhotoFormat? Of(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebP,
        _ => null,
    };
}
