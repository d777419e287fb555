using NetVips;

namespace Iris.Tests.Support;

/// <summary>
/// Makes large photographs of small ones. Enlarging alone gives smooth pictures, which are far smaller in bytes than those of a camera:
/// grain of a fixed seed brings back what a sensor's noise costs.
/// </summary>
internal static class Camera
{
    private const double Grain = 5;

    public static byte[] Expose(Photograph photograph, int width, int height)
    {
        using var large = Image.ThumbnailBuffer(photograph.Bytes, width, height: height, size: Enums.Size.Force);
        using var grain = Image.Gaussnoise(width, height, sigma: Grain, mean: 0, seed: 1);
        using var grainy = large + grain;
        using var exposed = grainy.Cast(Enums.BandFormat.Uchar);
        return exposed.JpegsaveBuffer(q: 90, keep: Enums.ForeignKeep.None);
    }
}
