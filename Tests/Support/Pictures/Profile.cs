using System.Buffers.Binary;
using System.Text;

namespace Iris.Tests.Support.Pictures;

/// <summary>ICC profiles made for the purpose: sRGB's primaries without a curve, so that one can see that they were applied.</summary>
internal static class Profile
{
    /// <summary>A profile that any program would write, with room at its end.</summary>
    public static byte[] Linear(int padding = 0) => Make([], padding);

    /// <summary>The same with a tag "D2B0" that names one stage, which changes nothing, many times over.</summary>
    public static byte[] Stages(int count, string tag = "D2B0")
    {
        var place = 16 + (8 * count);
        byte[] stage = [.. "matf"u8, 0, 0, 0, 0, 0, 3, 0, 3, .. Floats(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0)];
        byte[] stages =
        [
            .. "mpet"u8, 0, 0, 0, 0, 0, 3, 0, 3, .. Number(count),
            .. Enumerable.Range(0, count).SelectMany(_ => (byte[])[.. Number(place), .. Number(stage.Length)]),
            .. stage,
        ];
        return Make([(tag, stages)], padding: 0);
    }

    private static byte[] Make((string Tag, byte[] Data)[] more, int padding)
    {
        byte[] text =
        [
            .. "mluc"u8, 0, 0, 0, 0, .. Number(1), .. Number(12), .. "enUS"u8, .. Number(4), .. Number(28), 0, (byte)'a', 0, (byte)'b',
        ];
        byte[] curve = [.. "curv"u8, 0, 0, 0, 0, .. Number(0)];
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", text), ("cprt", text), ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("rXYZ", Xyz(0.4361, 0.2225, 0.0139)), ("gXYZ", Xyz(0.3851, 0.7169, 0.0971)), ("bXYZ", Xyz(0.1431, 0.0606, 0.7141)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve), .. more,
        ];
        var place = 132 + (12 * tags.Length);
        List<byte> table = [.. Number(tags.Length)], content = [];

        foreach (var (tag, data) in tags)
        {
            table.AddRange([.. Encoding.ASCII.GetBytes(tag), .. Number(place + content.Count), .. Number(data.Length)]);
            content.AddRange(data);
        }

        var length = place + content.Count + padding;
        byte[] head =
        [
            .. Number(length), .. "lcms"u8, 4, 0x30, 0, 0, .. "mntrRGB XYZ "u8, 7, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, .. "acspAPPL"u8,
        ];
        byte[] white = [.. head, .. new byte[68 - head.Length], .. Xyz(0.9642, 1, 0.8249)[8..]];
        return [.. white, .. new byte[128 - white.Length], .. table, .. content, .. new byte[padding]];
    }

    private static byte[] Xyz(double x, double y, double z) =>
        [.. "XYZ "u8, 0, 0, 0, 0, .. Number((int)(x * 65536)), .. Number((int)(y * 65536)), .. Number((int)(z * 65536))];

    private static byte[] Floats(params float[] values) => [.. values.SelectMany(value => Number(BitConverter.SingleToInt32Bits(value)))];

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
