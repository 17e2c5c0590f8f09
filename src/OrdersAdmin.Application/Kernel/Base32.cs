namespace OrdersAdmin.Kernel;

/// <summary>128 bits as 26 letters of Crockford's alphabet, which a person can read out on the phone; order is kept.</summary>
internal static class Base32
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    public static string Encode(Guid value) => string.Create(Length, value, static (span, value) =>
    {
        var rest = ToInteger(value);
        for (var i = Length - 1; i >= 0; i--, rest >>= 5)
            span[i] = Alphabet[(int)(rest & 31)];
    });

    public static bool TryDecode(ReadOnlySpan<char> text, out Guid value)
    {
        value = default;
        if (text.Length != Length || text[0] > '7')
            return false;

        UInt128 bits = 0;
        foreach (var letter in text)
        {
            var digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            bits = (bits << 5) | (uint)digit;
        }
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
        value = new Guid(bytes, bigEndian: true);
        return true;
    }

    private static UInt128 ToInteger(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
