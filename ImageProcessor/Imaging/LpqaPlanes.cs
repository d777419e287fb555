namespace Iris.ImageProcessor.Imaging;

/// <summary>
/// A picture as ThumbHash sees it: luminance, two colour differences and alpha, each a plane of its own, 0 to 1 or -1 to 1.
/// Transparent pixels are filled up with the picture's mean colour, so that they pull no frequency.
/// </summary>
internal sealed class LpqaPlanes
{
    private LpqaPlanes(int pixels) =>
        (Luminance, YellowBlue, RedGreen, Alpha) = (new double[pixels], new double[pixels], new double[pixels], new double[pixels]);

    public double[] Luminance { get; }

    public double[] YellowBlue { get; }

    public double[] RedGreen { get; }

    public double[] Alpha { get; }

    public bool HasAlpha { get; private set; }

    public static LpqaPlanes Of(ReadOnlySpan<byte> rgba)
    {
        var planes = new LpqaPlanes(rgba.Length / 4);
        var (meanRed, meanGreen, meanBlue, opacity) = Mean(rgba);
        planes.HasAlpha = opacity < planes.Alpha.Length;

        for (var (pixel, at) = (0, 0); pixel < planes.Alpha.Length; pixel++, at += 4)
        {
            var alpha = rgba[at + 3] / 255d;
            var red = (meanRed * (1 - alpha)) + (alpha / 255 * rgba[at]);
            var green = (meanGreen * (1 - alpha)) + (alpha / 255 * rgba[at + 1]);
            var blue = (meanBlue * (1 - alpha)) + (alpha / 255 * rgba[at + 2]);

            planes.Luminance[pixel] = (red + green + blue) / 3;
            planes.YellowBlue[pixel] = ((red + green) / 2) - blue;
            planes.RedGreen[pixel] = red - green;
            planes.Alpha[pixel] = alpha;
        }

        return planes;
    }

    private static (double Red, double Green, double Blue, double Opacity) Mean(ReadOnlySpan<byte> rgba)
    {
        double red = 0, green = 0, blue = 0, opacity = 0;
        for (var at = 0; at < rgba.Length; at += 4)
        {
            var alpha = rgba[at + 3] / 255d;
            red += alpha / 255 * rgba[at];
            green += alpha / 255 * rgba[at + 1];
            blue += alpha / 255 * rgba[at + 2];
            opacity += alpha;
        }

        return opacity > 0 ? (red / opacity, green / opacity, blue / opacity, opacity) : default;
    }
}
