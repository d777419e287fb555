using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LocalAws.Rekognition.TfJs;

/// <summary>Reads weights out of their bytes, which are little-endian, and takes quantization back.</summary>
internal static class WeightReader
{
    /// <param name="group">What lies in the bytes.</param>
    /// <param name="bytes">The concatenation of the group's files.</param>
    /// <exception cref="InvalidDataException">There are more or fewer bytes than the weights need.</exception>
    public static IReadOnlyDictionary<string, Weight> Read(WeightGroup group, ReadOnlySpan<byte> bytes)
    {
        var needed = group.Weights.Sum(weight => (long)weight.ByteLength);

        if (needed != bytes.Length)
        {
            throw new InvalidDataException($"{string.Join(", ", group.Paths)}: {bytes.Length} bytes where the manifest needs {needed}");
        }

        var weights = new Dictionary<string, Weight>();

        foreach (var spec in group.Weights)
        {
            weights.Add(spec.Name, Read(spec, bytes[..spec.ByteLength]));
            bytes = bytes[spec.ByteLength..];
        }

        return weights;
    }

    private static Weight Read(WeightSpec spec, ReadOnlySpan<byte> stored) => spec.Dtype switch
    {
        "float32" => new(spec.Shape, Floats(spec, stored), []),
        "int32" when spec.Quantization is null => new(spec.Shape, [], MemoryMarshal.Cast<byte, int>(stored).ToArray()),
        "int32" => new(spec.Shape, [], [.. Floats(spec, stored).Select(value => (int)MathF.Round(value))]),
        // Text and flags steer training; no layer that is converted has any.
        _ => new(spec.Shape, [], []),
    };

    private static float[] Floats(WeightSpec spec, ReadOnlySpan<byte> stored)
    {
        if (spec.StoredType is "float32")
        {
            return MemoryMarshal.Cast<byte, float>(stored).ToArray();
        }

        var (scale, min) = spec.Quantization is { Dtype: not "float16" } quantized ? (quantized.Scale, quantized.Min) : (1, 0);
        var floats = new float[spec.Count];

        for (var i = 0; i < floats.Length; i++)
        {
            floats[i] = (Number(spec.StoredType, stored, i) * scale) + min;
        }

        return floats;
    }

    private static float Number(string type, ReadOnlySpan<byte> stored, int index) => type switch
    {
        "float16" => (float)BinaryPrimitives.ReadHalfLittleEndian(stored[(2 * index)..]),
        "uint16" => BinaryPrimitives.ReadUInt16LittleEndian(stored[(2 * index)..]),
        _ => stored[index],
    };
}

/// <summary>A weight as the graph uses it: floats, or integers (shapes, axes), never both.</summary>
internal sealed record Weight(IReadOnlyList<int> Shape, float[] Floats, int[] Ints);
