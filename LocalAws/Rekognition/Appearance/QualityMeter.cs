using LocalAws.Rekognition.Detection;
using LocalAws.Rekognition.Protocol;

namespace LocalAws.Rekognition.Appearance;

/// <summary>
/// Brightness, contrast and sharpness, each 0 to 100. AWS does not say how it measures them: here they are the mean of luma, its standard
/// deviation, and how much it differs from its neighbours, each against what a photograph can have at most.
/// </summary>
internal static class QualityMeter
{
    private const int Size = DetectionNetwork.PictureSize;

    // Measured: in a sharp photograph of 300 pixels a side the root mean square of the Laplacian is some 30 levels, in a blurred one 7.
    private const double SharpLaplacian = 30;

    public static ImageQuality Measure(ReadOnlySpan<byte> pixels, Region region)
    {
        var luma = Luma(pixels);
        var (count, sum, squares, laplacians, inner) = (0, 0.0, 0.0, 0.0, 0);

        for (var pixel = 0; pixel < luma.Length; pixel++)
        {
            if (!region.Contains(pixel))
            {
                continue;
            }

            count++;
            sum += luma[pixel];
            squares += luma[pixel] * luma[pixel];

            if (Laplacian(luma, pixel) is { } difference)
            {
                laplacians += difference * difference;
                inner++;
            }
        }

        var mean = sum / Math.Max(count, 1);
        var deviation = Math.Sqrt(Math.Max(0, (squares / Math.Max(count, 1)) - (mean * mean)));
        var sharpness = 1 - Math.Exp(-Math.Sqrt(laplacians / Math.Max(inner, 1)) / SharpLaplacian);
        return new((float)(mean / 255 * 100), (float)(sharpness * 100), (float)(deviation / 127.5 * 100));
    }

    // ITU-R BT.601.
    private static double[] Luma(ReadOnlySpan<byte> pixels)
    {
        var luma = new double[pixels.Length / 3];

        for (var i = 0; i < luma.Length; i++)
        {
            luma[i] = (0.299 * pixels[3 * i]) + (0.587 * pixels[(3 * i) + 1]) + (0.114 * pixels[(3 * i) + 2]);
        }

        return luma;
    }

    private static double? Laplacian(double[] luma, int pixel)
    {
        var (x, y) = (pixel % Size, pixel / Size);
        return x is 0 or (Size - 1) || y is 0 or (Size - 1)
            ? null
            : luma[pixel - 1] + luma[pixel + 1] + luma[pixel - Size] + luma[pixel + Size] - (4 * luma[pixel]);
    }
}
