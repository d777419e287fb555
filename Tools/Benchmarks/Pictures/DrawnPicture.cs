namespace Iris.Benchmarks.Pictures;

/// <summary>What a decoder made of a file.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Rgba">Four bytes a pixel, colours not multiplied by alpha.</param>
internal sealed record DrawnPicture(int Width, int Height, byte[] Rgba)
{
    /// <summary>
    /// The mean and the largest difference, of 255, of what is seen: a colour counts as much as it is opaque. Infinite when the sizes
    /// differ.
    /// </summary>
    public (double Mean, double Largest) DifferenceTo(DrawnPicture other)
    {
        if ((Width, Height) != (other.Width, other.Height))
        {
            return (double.PositiveInfinity, double.PositiveInfinity);
        }

        var (sum, largest) = (0d, 0d);

        for (var at = 0; at < Rgba.Length; at++)
        {
            var difference = Math.Abs(Seen(at) - other.Seen(at));
            (sum, largest) = (sum + difference, Math.Max(largest, difference));
        }

        return (sum / Rgba.Length, largest);
    }

    private double Seen(int at) => at % 4 == 3 ? Rgba[at] : Rgba[at] * Rgba[at | 3] / 255d;
}
