using LocalAws.Rekognition.Appearance;
using LocalAws.Rekognition.Detection;

namespace LocalAws.Tests.Rekognition;

public sealed class CssPaletteTests
{
    private const int Size = DetectionNetwork.PictureSize;

    [Theory]
    [InlineData(0, 0, 0, "black", "black")]
    [InlineData(255, 255, 255, "white", "white")]
    [InlineData(50, 80, 76, "darkslategrey", "grey")]
    [InlineData(128, 128, 128, "gray", "grey")]
    [InlineData(250, 10, 10, "red", "red")]
    [InlineData(255, 192, 203, "pink", "pink")]
    [InlineData(135, 70, 20, "saddlebrown", "brown")]
    public void A_colour_is_the_nearest_of_CSS(byte red, byte green, byte blue, string name, string basic)
    {
        var color = CssPalette.Colors[CssPalette.Nearest(red, green, blue)];

        Assert.Equal((name, basic), (color.Name, color.Basic));
    }

    [Fact]
    public void Each_of_the_138_colours_has_one_name_and_one_of_12_basic_colours()
    {
        Assert.Equal(138, CssPalette.Colors.Select(color => color.Hex).Distinct().Count());
        Assert.Equal(138, CssPalette.Colors.Select(color => color.Name).Distinct().Count());
        Assert.Equal(12, CssPalette.Colors.Select(color => color.Basic).Distinct().Count());
    }

    [Fact]
    public void Only_colours_of_a_tenth_of_the_pixels_are_dominant()
    {
        // Red in the upper nine tenths but for 5 %, then white, and blue between.
        var picture = Paint((x, y) => y >= Size * 9 / 10 ? (255, 255, 255) : x >= Size * 19 / 20 ? (0, 0, 255) : (255, 0, 0));

        var colors = DominantColors.Find(picture, Region.Whole, max: 10);

        Assert.Equal(["red", "white"], colors.Select(color => color.CSSColor));
        Assert.Equal(85.5f, colors[0].PixelPercent, tolerance: 0.01f);
        Assert.Equal("#ff0000", colors[0].HexCode);
    }

    [Fact]
    public void What_was_found_is_in_front_and_the_rest_behind()
    {
        var picture = Paint((x, _) => x < Size / 2 ? (0, 128, 0) : (0, 0, 255));

        var described = PictureAppearance.Describe(picture, [new(0, 0, 0.5f, 1)], maxColors: 10);

        Assert.Equal(["blue", "green"], described.DominantColors.Select(color => color.CSSColor).Order());
        Assert.Equal("green", Assert.Single(described.Foreground.DominantColors).CSSColor);
        Assert.Equal("blue", Assert.Single(described.Background.DominantColors).CSSColor);
    }

    [Fact]
    public void With_nothing_found_the_middle_is_in_front()
    {
        var picture = Paint((x, y) => x is > 60 and < 240 && y is > 60 and < 240 ? (255, 0, 0) : (0, 0, 0));

        var described = PictureAppearance.Describe(picture, found: [], maxColors: 10);

        Assert.Equal("red", described.Foreground.DominantColors[0].CSSColor);
        Assert.Equal("black", Assert.Single(described.Background.DominantColors).CSSColor);
    }

    [Fact]
    public void Black_has_no_brightness_no_contrast_and_no_sharpness_and_a_chessboard_has_all_it_can()
    {
        var black = QualityMeter.Measure(Paint((_, _) => (0, 0, 0)), Region.Whole);
        var chess = QualityMeter.Measure(Paint((x, y) => (x + y) % 2 is 0 ? (0, 0, 0) : (255, 255, 255)), Region.Whole);

        Assert.Equal((0, 0, 0f), (black.Brightness, black.Sharpness, black.Contrast));
        Assert.Equal(50, chess.Brightness, tolerance: 0.1f);
        Assert.Equal(100, chess.Contrast!.Value, tolerance: 0.1f);
        Assert.Equal(100, chess.Sharpness, tolerance: 0.1f);
    }

    [Fact]
    public void A_box_at_the_edge_of_the_picture_or_without_area_is_a_region_too()
    {
        var picture = Paint((_, _) => (255, 0, 0));

        Assert.Equal(100, DominantColors.Find(picture, Region.Of(new Box(0.9f, 0.9f, 1, 1)), max: 1)[0].PixelPercent);
        Assert.Empty(DominantColors.Find(picture, Region.Of(new Box(1, 1, 1, 1)), max: 1));
    }

    private static byte[] Paint(Func<int, int, (int Red, int Green, int Blue)> color) =>
    [
        .. Enumerable.Range(0, Size * Size).SelectMany<int, byte>(pixel =>
        {
            var (red, green, blue) = color(pixel % Size, pixel / Size);
            return [(byte)red, (byte)green, (byte)blue];
        }),
    ];
}
