using Iris.Client;
using NetVips;

namespace Iris.Seed;

/// <summary>
/// A landscape that nobody took: a sky, a sun, and ridges that fade into the distance. The same number gives the same bytes.
/// </summary>
/// <param name="Number">Which of them.</param>
public sealed record Landscape(int Number)
{
    private const int Ridges = 6;

    private static readonly (int Width, int Height)[] s_sizes = [(1600, 1000), (1000, 1400), (1800, 760), (1200, 1200)];
    private static readonly (Color Zenith, Color Horizon, Color Ground)[] s_hours =
    [
        (new(28, 44, 92), new(250, 176, 122), new(24, 20, 48)),
        (new(96, 164, 214), new(236, 240, 226), new(24, 68, 74)),
        (new(12, 22, 48), new(74, 138, 154), new(6, 14, 28)),
        (new(120, 74, 128), new(255, 214, 150), new(58, 26, 52)),
        (new(196, 214, 224), new(248, 232, 214), new(84, 104, 110)),
    ];

    private (int Width, int Height) Size => s_sizes[Number % s_sizes.Length];

    /// <summary>Draws it.</summary>
    public ImageFile Draw()
    {
        var (width, height) = Size;
        var pixels = new byte[width * height * 3];
        Parallel.For(0, width, x => DrawColumn(pixels, x));
        using var image = Image.NewFromMemory(pixels, width, height, bands: 3, Enums.BandFormat.Uchar);
        return new ImageFile($"landscape-{Number + 1}.webp", "image/webp", image.WebpsaveBuffer(q: 88));
    }

    private void DrawColumn(byte[] pixels, int x)
    {
        var (width, height) = Size;
        var (zenith, horizon, ground) = s_hours[Number % s_hours.Length];
        var (sunX, sunY, radius) = (width * (0.25 + (0.17 * (Number % 4))), height * 0.42, height * 0.07);
        Span<double> tops = stackalloc double[Ridges];
        for (var ridge = 0; ridge < Ridges; ridge++)
        {
            tops[ridge] = height * (0.45 + (0.1 * ridge) - Rise(ridge, (double)x / height));
        }

        for (var y = 0; y < height; y++)
        {
            var nearest = tops.LastIndexOfAnyInRange(double.MinValue, y);
            var sky = Color.Between(zenith, horizon, Math.Min(1, y / (height * 0.6)));
            var color = nearest >= 0
                ? Color.Between(horizon, ground, (nearest + 1.5) / (Ridges + 0.5))
                : Color.Between(sky, new(255, 250, 235), Glow(Math.Sqrt(((x - sunX) * (x - sunX)) + ((y - sunY) * (y - sunY))) / radius));
            color.Write(pixels.AsSpan(((y * width) + x) * 3));
        }
    }

    // Waves of ever shorter length and height; far ridges are steeper, near ones are hills.
    private double Rise(int ridge, double x)
    {
        var phase = (Number * 1.7) + (ridge * 2.3);
        var rise = 0.0;
        for (var octave = 0; octave < 6; octave++)
        {
            rise += Math.Sin((x * 3.1 * Math.Pow(2.03, octave)) + (phase * (octave + 1))) * Math.Pow(0.48, octave);
        }

        return rise * (0.075 - (0.007 * ridge));
    }

    private static double Glow(double distance) => distance < 1 ? 1 : 0.55 * Math.Exp(-(distance - 1) / 2.5);

    private readonly record struct Color(double Red, double Green, double Blue)
    {
        public static Color Between(Color from, Color to, double share) => new(
            double.Lerp(from.Red, to.Red, share), double.Lerp(from.Green, to.Green, share), double.Lerp(from.Blue, to.Blue, share));

        public void Write(Span<byte> pixel) => (pixel[0], pixel[1], pixel[2]) = ((byte)Red, (byte)Green, (byte)Blue);
    }
}
