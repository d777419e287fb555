using LocalAws.Rekognition.Detection;

namespace LocalAws.Rekognition.Appearance;

/// <summary>A part of the picture that the network looks at: which of its pixels, row by row, belong to it.</summary>
internal sealed class Region
{
    private const int Size = DetectionNetwork.PictureSize;

    // With nothing found, what is in front is taken to be in the middle, as it mostly is in photographs.
    private static readonly Box s_middle = new(0.2f, 0.2f, 0.8f, 0.8f);

    private readonly bool[] _pixels;

    private Region(bool[] pixels) => _pixels = pixels;

    public static Region Whole { get; } = new([.. Enumerable.Repeat(true, Size * Size)]);

    /// <summary>What was found is in front.</summary>
    public static Region Foreground(IReadOnlyCollection<Box> found) => Of(found is { Count: 0 } ? [s_middle] : found);

    public static Region Of(params IEnumerable<Box> boxes)
    {
        var pixels = new bool[Size * Size];

        foreach (var box in boxes)
        {
            var (left, right) = ((int)(box.Left * Size), (int)MathF.Ceiling(box.Right * Size));

            for (var y = (int)(box.Top * Size); y < (int)MathF.Ceiling(box.Bottom * Size); y++)
            {
                pixels.AsSpan((y * Size) + left, right - left).Fill(true);
            }
        }

        return new(pixels);
    }

    public Region Complement() => new([.. _pixels.Select(pixel => !pixel)]);

    public bool Contains(int pixel) => _pixels[pixel];
}
