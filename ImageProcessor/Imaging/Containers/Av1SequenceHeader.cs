namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>The sequence header at the beginning of AV1 data (AV1 Bitstream and Decoding Process Specification, section 5.5).</summary>
internal ref struct Av1SequenceHeader
{
    private const int SequenceHeader = 1;

    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;

    private Av1SequenceHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Whether the samples of a picture without colour reach from 16 to 235 (of eight bits) instead of from 0 to 255.</summary>
    public static bool IsLimitedGrey(ReadOnlySpan<byte> data)
    {
        // Open bitstream units: a byte with the type and whether an extension and a length follow.
        while (data.Length > 2)
        {
            var (type, hasExtension, hasLength) = ((data[0] >> 3) & 15, (data[0] & 4) != 0, (data[0] & 2) != 0);
            data = data[(hasExtension ? 2 : 1)..];
            var length = hasLength ? Length(ref data) : data.Length;

            if (type == SequenceHeader)
            {
                return new Av1SequenceHeader(data[..Math.Min(length, data.Length)]).ReadIsLimitedGrey();
            }

            data = data[Math.Min(length, data.Length)..];
        }

        return false;
    }

    private bool ReadIsLimitedGrey()
    {
        var profile = Next(3);
        Skip(1);
        var isReduced = Next(1) == 1;

        if (isReduced)
        {
            Skip(5);
        }
        else if (!SkipOperatingPoints())
        {
            return false;
        }

        var (widthBits, heightBits) = (Next(4) + 1, Next(4) + 1);
        Skip(widthBits + heightBits);

        if (!isReduced && Next(1) == 1)
        {
            Skip(7);
        }

        Skip(3);

        if (!isReduced)
        {
            SkipTools();
        }

        Skip(3);
        var isDeep = Next(1) == 1;
        Skip(profile == 2 && isDeep ? 1 : 0);
        var isGrey = profile != 1 && Next(1) == 1;
        Skip(Next(1) == 1 ? 24 : 0);
        return isGrey && _at < 8 * _bytes.Length && Next(1) == 0;
    }

    // A still picture has no timing; what has is not looked at further.
    private bool SkipOperatingPoints()
    {
        if (Next(1) == 1)
        {
            return false;
        }

        var hasDelay = Next(1) == 1;
        for (var points = Next(5) + 1; points > 0; points--)
        {
            Skip(12);
            Skip(Next(5) > 7 ? 1 : 0);
            Skip(hasDelay && Next(1) == 1 ? 4 : 0);
        }

        return true;
    }

    private void SkipTools()
    {
        Skip(4);
        var hasOrder = Next(1) == 1;
        Skip(hasOrder ? 2 : 0);
        var screenContent = Next(1) == 1 ? 1 : Next(1);
        Skip(screenContent == 1 && Next(1) == 0 ? 1 : 0);
        Skip(hasOrder ? 3 : 0);
    }

    private void Skip(int count) => _at += count;

    private int Next(int count)
    {
        var value = 0;
        for (; count > 0; count--, _at++)
        {
            value = (value << 1) | (_at < 8 * _bytes.Length ? (_bytes[_at / 8] >> (7 - (_at % 8))) & 1 : 0);
        }

        return value;
    }

    // leb128: seven bits a byte, the lowest first.
    private static int Length(ref ReadOnlySpan<byte> data)
    {
        var length = 0L;
        for (var shift = 0; shift < 56 && !data.IsEmpty; shift += 7)
        {
            var part = data[0];
            data = data[1..];
            length |= (long)(part & 0x7F) << shift;

            if ((part & 0x80) == 0)
            {
                break;
            }
        }

        return (int)Math.Min(length, int.MaxValue);
    }
}
