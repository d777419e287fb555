namespace Iris.ImageProcessor.Imaging;

/// <summary>
/// ThumbHash, version 1: a few low frequencies of a picture's luminance, colour and alpha in about 25 bytes
/// (https://evanw.github.io/thumbhash/). Byte for byte what the reference encoder writes.
/// </summary>
public static class ThumbHash
{
    /// <summary>The longer side of a picture that is encoded: the frequencies kept say nothing about a larger one.</summary>
    public const int MaxSide = 100;

    /// <summary>Encodes a small picture.</summary>
    /// <param name="width">Width in pixels, 1 to <see cref="MaxSide"/>.</param>
    /// <param name="height">Height in pixels, 1 to <see cref="MaxSide"/>.</param>
    /// <param name="rgba">Its pixels row by row, four bytes each, colours not multiplied by alpha.</param>
    /// <returns>The hash: 5 or 6 bytes of constants, then four bits a frequency.</returns>
    public static byte[] Encode(int width, int height, ReadOnlySpan<byte> rgba)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaxSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, MaxSide);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgba.Length, width * height * 4);

        var planes = LpqaPlanes.Of(rgba);
        var longer = Math.Max(width, height);
        var frequencies = planes.HasAlpha ? 5 : 7;
        var (across, down) = (Frequencies(width), Frequencies(height));

        var luminance = CosineSeries.Of(planes.Luminance, width, height, Math.Max(3, across), Math.Max(3, down));
        var yellowBlue = CosineSeries.Of(planes.YellowBlue, width, height, 3, 3);
        var redGreen = CosineSeries.Of(planes.RedGreen, width, height, 3, 3);
        var alpha = planes.HasAlpha ? CosineSeries.Of(planes.Alpha, width, height, 5, 5) : null;

        // 24 bits: three means and the luminance's range; then 16: the shorter side's frequencies, two ranges, the orientation.
        var isLandscape = width > height;
        var first = Round(63 * luminance.Mean)
            | (Round(31.5 + (31.5 * yellowBlue.Mean)) << 6)
            | (Round(31.5 + (31.5 * redGreen.Mean)) << 12)
            | (Round(31 * luminance.Range) << 18)
            | (planes.HasAlpha ? 1 << 23 : 0);
        var second = (isLandscape ? down : across)
            | (Round(63 * yellowBlue.Range) << 3)
            | (Round(63 * redGreen.Range) << 9)
            | (isLandscape ? 1 << 15 : 0);

        List<byte> hash = [(byte)first, (byte)(first >> 8), (byte)(first >> 16), (byte)second, (byte)(second >> 8)];
        if (alpha is not null)
        {
            hash.Add((byte)(Round(15 * alpha.Mean) | (Round(15 * alpha.Range) << 4)));
        }

        hash.AddRange(Nibbles([.. luminance.Terms, .. yellowBlue.Terms, .. redGreen.Terms, .. alpha?.Terms ?? []]));
        return [.. hash];

        int Frequencies(int side) => Math.Max(1, Round((double)frequencies * side / longer));
    }

    // Two terms a byte, the first in the lower half.
    private static IEnumerable<byte> Nibbles(double[] terms) =>
        terms.Select(term => Round(15 * term)).Chunk(2).Select(pair => (byte)(pair[0] | ((pair.Length > 1 ? pair[1] : 0) << 4)));

    // Halves go up, as in JavaScript's Math.round.
    private static int Round(double value) => (int)Math.Floor(value + 0.5);
}
