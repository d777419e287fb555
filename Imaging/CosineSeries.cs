namespace Iris.Imaging;

/// <summary>The lowest frequencies of a plane, by a two-dimensional discrete cosine transform.</summary>
/// <param name="Mean">The constant term.</param>
/// <param name="Range">The largest magnitude among the other terms.</param>
/// <param name="Terms">The other terms, row by row of a triangle, scaled from ±<paramref name="Range"/> to 0..1.</param>
internal sealed record CosineSeries(double Mean, double Range, double[] Terms)
{
    public static CosineSeries Of(double[] plane, int width, int height, int across, int down)
    {
        var rows = TransformRows(plane, width, height, across);
        var terms = new List<double>();

        for (var v = 0; v < down; v++)
        {
            // Only the triangle below the diagonal is kept: high in one direction means low in the other.
            for (var u = 0; u * down < across * (down - v); u++)
            {
                var sum = 0d;
                for (var y = 0; y < height; y++)
                {
                    sum += rows[(u * height) + y] * Math.Cos(Math.PI / height * v * (y + 0.5));
                }

                terms.Add(sum / (width * height));
            }
        }

        var (mean, rest) = (terms[0], terms.Skip(1));
        var range = rest.Select(Math.Abs).DefaultIfEmpty().Max();
        return new(mean, range, [.. range > 0 ? rest.Select(term => 0.5 + (0.5 / range * term)) : rest]);
    }

    // The transform is separable: along the rows first, so that the columns have `across` values a row left to sum instead of `width`.
    private static double[] TransformRows(double[] plane, int width, int height, int across)
    {
        var rows = new double[across * height];
        for (var u = 0; u < across; u++)
        {
            for (var x = 0; x < width; x++)
            {
                var cosine = Math.Cos(Math.PI / width * u * (x + 0.5));
                for (var y = 0; y < height; y++)
                {
                    rows[(u * height) + y] += plane[x + (y * width)] * cosine;
                }
            }
        }

        return rows;
    }
}
