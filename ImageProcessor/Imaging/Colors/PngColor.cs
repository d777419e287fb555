using System.Buffers.Binary;
using System.Text;

namespace Iris.ImageProcessor.Imaging.Colors;

/// <summary>
/// What a PNG says of its colours (third edition, section 4.3). The first of cICP, iCCP, sRGB and gAMA with cHRM counts, whatever their
/// order in the file.
/// </summary>
internal static class PngColor
{
    private const int SignatureLength = 8, Overhead = 12;

    // gAMA and cHRM have numbers times 100,000.
    private const double Scale = 100_000;
    private const uint Usual = 45_455;

    public static ColorEncoding? Read(byte[] file)
    {
        (int Primaries, int Transfer)? codePoints = null;
        Chromaticities? primaries = null;
        uint? gamma = null;
        var isDefined = false;

        foreach (var (type, data) in ChunksBeforePixels(file))
        {
            switch (type)
            {
                // RGB and full range, the only ones that PNG allows.
                case "cICP" when data.Span is [var primariesPoint, var transferPoint, 0, 1]:
                    codePoints ??= (primariesPoint, transferPoint);
                    break;
                case "iCCP" or "sRGB":
                    isDefined = true;
                    break;
                case "gAMA" when data.Length == 4:
                    gamma ??= Number(data, 0);
                    break;
                case "cHRM" when data.Length == 32:
                    primaries ??= Primaries(data);
                    break;
            }
        }

        return (codePoints, isDefined, gamma) switch
        {
            ({ } points, _, _) => ColorEncoding.Of(points.Primaries, points.Transfer),
            // Without a gamma the primaries are half a statement, and the usual gamma by itself is how programs write "sRGB, or so".
            (_, true, _) or (_, _, null or 0) => null,
            (_, _, Usual) when primaries is null => null,
            (_, _, { } written) => ColorEncoding.Of(primaries ?? Chromaticities.Bt709, TransferFunction.Power(Scale / written)),
        };
    }

    private static Chromaticities? Primaries(ReadOnlyMemory<byte> data)
    {
        double[] numbers = [.. Enumerable.Range(0, 8).Select(index => Number(data, index) / Scale)];
        var primaries = new Chromaticities(numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7], numbers[0], numbers[1]);
        return primaries.AreReal ? primaries : null;
    }

    private static uint Number(ReadOnlyMemory<byte> data, int index) => BinaryPrimitives.ReadUInt32BigEndian(data.Span[(4 * index)..]);

    private static IEnumerable<(string Type, ReadOnlyMemory<byte> Data)> ChunksBeforePixels(byte[] file)
    {
        for (var at = SignatureLength; at + Overhead <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            var type = Encoding.Latin1.GetString(file, at + 4, 4);

            if (length > file.Length - at - Overhead || type == "IDAT")
            {
                yield break;
            }

            yield return (type, file.AsMemory(at + 8, (int)length));
            at += Overhead + (int)length;
        }
    }
}
