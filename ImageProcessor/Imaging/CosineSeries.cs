namespace Iris.ImageProcessor.Imaging;

/// <summary>The lowest frequencies of a plane, by a two-dimensional discrete cosine transform.</summary>
/// <param name="Mean">The constant term.</param>
/// <param name="Range">The largest magnitude among the other terms.</param>
/// <param name="Terms">The other terms, row by row of a triangle, scaled from ±<paramref name="Range"/> to 0..1.</param>
internal sealed record CosineSeries(double Mean, double Range, double[] Terms)
{
    public static CosineSeries Of(double[] plane, int width, int height, int across, int down)
    {
        var terms = new List<double>();

        for (var v = 0; v < down; v++)
        {
            // Only the triangle below the diagonal is kept: high in one direction means low in the other.
            for (var u = 0; u * down < across * (down - v); u++)
            {
                terms.Add(Term(plane, Wave(u, width), Wave(v, height)));
            }
        }

        var (mean, rest) = (terms[0], terms.Skip(1));
        var range = rest.Select(Math.Abs).DefaultIfEmpty().Max();
        return new(mean, range, [.. range > 0 ? rest.Select(term => 0.5 + (0.5 / range * term)) : rest]);
    }

    private static double[] Wave(int frequency, int length) =>
        [.. Enumerable.Range(0, length).Select(at => Math.Cos(Math.PI / length * frequency * (at + 0.5)))];

    // Separable sums would be faster, and round differently from the reference where a term is nearly nothing.
    private static double Term(double[] plane, double[] across, double[] down)
    {
        var sum = 0d;
        for (var (y, at) = (0, 0); y < down.Length; y++)
        {
            for (var x = 0; x < across.Length; x++, at++)
            {
                sum += plane[at] * across[x] * down[y];
            }
        }

        return sum / plane.Length;
    }
}
