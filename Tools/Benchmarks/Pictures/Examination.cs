using System.Globalization;
using System.Runtime.InteropServices;
using Iris.ImageProcessor.Imaging;

namespace Iris.Benchmarks.Pictures;

/// <summary>
/// What the processor does with a file between two services: header, decoding, and everything that is made of the picture.
/// </summary>
internal static class Examination
{
    private static readonly int[] s_sides = [300, 600, 1600];

    /// <summary>The state in which the file ends, with its reason.</summary>
    public static string Run(byte[] file)
    {
        if (!ImageHeader.TryRead(file, ImagingLimits.Default, out var header, out var rejection)
            || !DecodedImage.TryDecode(header, ImagingLimits.Default, CancellationToken.None, out var picture, out rejection))
        {
            return $"rejected, {rejection.Code}";
        }

        using (picture)
        {
            Array.ForEach(s_sides, side => picture.ToWebP(side));
            picture.ToJpeg();
            picture.ToPlaceholder();
        }

        return "ready";
    }

    /// <summary>Of this process, in bytes: "VmRSS" is what it has, "VmHWM" the most that it had (proc(5)).</summary>
    public static long Memory(string name) => long.Parse(
        File.ReadLines("/proc/self/status")
            .First(line => line.StartsWith(name, StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
        CultureInfo.InvariantCulture) * 1024;

    /// <summary>Gives back what nothing needs any more: what is left is held.</summary>
    public static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        malloc_trim(0); // malloc_trim(3)
    }

    [DllImport("libc.so.6")]
    private static extern int malloc_trim(nuint padding);
}
