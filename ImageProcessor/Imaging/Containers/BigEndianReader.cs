namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>Reads numbers one after the other. Past the end they are zero.</summary>
internal ref struct BigEndianReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;

    public readonly bool IsAtEnd => _left.IsEmpty;

    public uint Next(int length)
    {
        var number = 0u;
        for (var at = 0; at < length && at < _left.Length; at++)
        {
            number = (number << 8) | _left[at];
        }

        _left = _left[Math.Min(length, _left.Length)..];
        return number;
    }
}
