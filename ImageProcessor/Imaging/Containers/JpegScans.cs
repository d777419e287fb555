using System.Buffers.Binary;
using Iris.Catalog;

namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>
/// What the scans of a JPEG cost: each goes through all blocks of its components, whatever its data say. In 162 kB there is room for 800
/// times 50 megapixels.
/// </summary>
internal sealed class JpegScans
{
    // A photograph has about 10, and at most 30 if somebody tried to make it smaller.
    private const int MaxScans = 100;

    // 50 megapixels of three full channels in 13 scans each. Measured: half a second for a scan's worth of 2 billion samples that hold
    // nothing.
    private const int OrdinaryScans = 12;
    private const long MaxSamples = 2_000_000_000;

    private const ulong AllCoefficients = ulong.MaxValue;

    private static readonly Rejection s_tooManyScans = new(
        RejectionCode.TooComplex, "The picture is built up in far more scans than a photograph has. Save it again as an ordinary JPEG.");

    private readonly Dictionary<byte, Component> _components = [];
    private long _samples;

    public int Count { get; private set; }

    /// <summary>Whether each coefficient of each component has come with its last bit.</summary>
    public bool AreComplete => _components.Count > 0 && _components.Values.All(component => component.Known == AllCoefficients);

    /// <summary>
    /// T.81, B.2.2: precision, height, width, and of each component its id and how many samples it has in a unit of the picture.
    /// </summary>
    public void Frame(ReadOnlySpan<byte> data)
    {
        if (data.Length < 6 || _components.Count > 0)
        {
            return;
        }

        var pixels = (long)BinaryPrimitives.ReadUInt16BigEndian(data[1..]) * BinaryPrimitives.ReadUInt16BigEndian(data[3..]);
        var largest = 1;

        for (var at = 6; at + 3 <= data.Length; at += 3)
        {
            var area = (data[at + 1] >> 4) * (data[at + 1] & 15);
            largest = Math.Max(largest, area);
            _components[data[at]] = new Component { Samples = pixels * area };
        }

        foreach (var component in _components.Values)
        {
            component.Samples /= largest;
        }
    }

    /// <summary>T.81, B.2.3: the components of a scan, then which coefficients of them it brings, down to which bit.</summary>
    public Rejection? Begin(ReadOnlySpan<byte> data)
    {
        Count++;

        if (data is [var count, ..] && data.Length >= 4 + (2 * count))
        {
            var (first, last, lowestBit) = (data[1 + (2 * count)], data[2 + (2 * count)], data[3 + (2 * count)] & 15);

            for (var at = 1; at <= 2 * count; at += 2)
            {
                if (_components.TryGetValue(data[at], out var component))
                {
                    _samples += component.Samples;
                    component.Known |= lowestBit == 0 && first <= last && last < 64 ? (AllCoefficients >> (63 - last + first)) << first : 0;
                }
            }
        }

        return Count > MaxScans || (Count > OrdinaryScans && _samples > MaxSamples) ? s_tooManyScans : null;
    }

    private sealed class Component
    {
        public long Samples { get; set; }

        public ulong Known { get; set; }
    }
}
