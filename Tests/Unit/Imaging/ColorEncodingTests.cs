using Iris.Tests.Support.Pictures;
using NetVips;

namespace Iris.Tests.Unit.Imaging;

/// <summary>
/// What is expected of the colours of <see cref="Sample"/> is what Chromium 156 draws of these very files on a canvas in sRGB.
/// </summary>
public sealed class ColorEncodingTests
{
    private const double Tolerance = 4;

    private static readonly double[] s_p3 = [0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060];

    private static readonly Dictionary<string, (Func<byte[]> Make, double[][] Expected)> s_pictures = new()
    {
        ["png that is light itself"] = (
            () => EditedPng.WithGamma(Png(), 1), [[224, 143, 133], [143, 202, 160], [133, 160, 213], [188, 188, 188]]),
        ["16-bit png that is light itself"] = (
            () => EditedPng.WithGamma(DeepPng(), 1), [[224, 143, 133], [143, 202, 160], [133, 160, 213], [188, 188, 188]]),
        ["grey png that is light itself"] = (
            () => EditedPng.WithGamma(GreyPng(), 1), [[176, 176, 176], [192, 192, 192], [163, 163, 163], [188, 188, 188]]),
        ["png of gamma 0.3"] = (() => EditedPng.WithGamma(Png(), 0.3), [[165, 31, 22], [31, 115, 49], [22, 49, 139], [89, 89, 89]]),
        ["png of gamma 1 / 2.2, which is written for sRGB"] = (() => EditedPng.WithGamma(Png(), 0.45455), Sample.Colours),
        ["png of P3's primaries with a gamma"] = (
            () => EditedPng.WithPrimaries(EditedPng.WithGamma(Png(), 0.45455), s_p3),
            [[208, 55, 49], [4, 154, 83], [47, 91, 177], [129, 129, 129]]),
        ["png of primaries alone"] = (() => EditedPng.WithPrimaries(Png(), s_p3), Sample.Colours),
        ["png of primaries that are a line"] = (
            () => EditedPng.WithPrimaries(EditedPng.WithGamma(Png(), 1), [0.3, 0.3, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3]),
            [[224, 143, 133], [143, 202, 160], [133, 160, 213], [188, 188, 188]]),
        ["png that is sRGB whatever its gamma"] = (() => EditedPng.With(EditedPng.WithGamma(Png(), 1), "sRGB", [0]), Sample.Colours),
        ["png with a profile whatever its gamma"] = (() => EditedPng.WithGamma(Profiled(), 1), Sample.Colours),
        ["png with a gamma of zero"] = (() => EditedPng.WithGamma(Png(), 0), Sample.Colours),
        ["png in Display P3"] = (
            () => EditedPng.WithCodePoints(Png(), 12, 13), [[206, 58, 52], [19, 152, 83], [50, 91, 176], [128, 128, 128]]),
        ["png in Display P3 whatever its gamma"] = (
            () => EditedPng.WithCodePoints(EditedPng.WithGamma(Png(), 1), 12, 13),
            [[206, 58, 52], [19, 152, 83], [50, 91, 176], [128, 128, 128]]),
        ["png in Display P3 whatever its profile"] = (
            () => EditedPng.WithCodePoints(Png(profile: "srgb"), 12, 13), [[206, 58, 52], [19, 152, 83], [50, 91, 176], [128, 128, 128]]),
        ["png in BT.2020"] = (() => EditedPng.WithCodePoints(Png(), 9, 14), [[230, 0, 40], [0, 151, 71], [0, 83, 172], [121, 121, 121]]),
        ["png of unknown code points"] = (() => EditedPng.WithCodePoints(Png(), 2, 2), Sample.Colours),
        ["png in HLG"] = (() => EditedPng.WithCodePoints(Png(), 9, 18), [[207, 0, 39], [0, 125, 64], [0, 67, 137], [99, 99, 99]]),
        ["avif in sRGB"] = (() => EditedAvif.WithColor(Avif(), 1, 13), Sample.Colours),
        ["avif in Display P3"] = (
            () => EditedAvif.WithColor(Avif(), 12, 13), [[207, 58, 53], [19, 152, 82], [49, 91, 175], [128, 128, 128]]),
        ["avif in BT.709, which is written for sRGB"] = (() => EditedAvif.WithColor(Avif(), 1, 1), Sample.Colours),
        ["avif in BT.2020"] = (() => EditedAvif.WithColor(Avif(), 9, 14), [[234, 13, 54], [0, 157, 80], [0, 92, 176], [128, 128, 128]]),
        ["10-bit avif in HLG"] = (() => EditedAvif.WithColor(DeepAvif(), 9, 18), [[205, 0, 39], [0, 124, 64], [0, 67, 137], [99, 99, 99]]),
    };

    public static TheoryData<string> Pictures => [.. s_pictures.Keys];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void What_a_file_says_of_its_colours_is_believed(string picture)
    {
        var (make, expected) = s_pictures[picture];

        using var decoded = Sample.Decode(make());

        Sample.AssertColours(expected, Sample.ColoursOf(decoded.ToWebP(1600).Bytes), Tolerance);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_brighter_than_white_is_bent_below_it(bool isAvif)
    {
        using var decoded = Sample.Decode(isAvif ? EditedAvif.WithColor(DeepAvif(), 9, 16) : EditedPng.WithCodePoints(DeepPng(), 9, 16));

        double[][] expected = [[255, 0, 0], [0, 202, 0], [0, 48, 239], [131, 131, 131]];
        var shown = Sample.ColoursOf(decoded.ToWebP(1600).Bytes);

        // Two curves that end level at the same white differ most below it.
        Sample.AssertColours(expected, shown, tolerance: 17);
        Assert.InRange(expected.Zip(shown).SelectMany(field => field.First.Zip(field.Second, (one, other) => Math.Abs(one - other))).Average(), 0, 12);
    }

    [Fact]
    public void Transparency_and_orientation_are_those_of_the_file()
    {
        using var alpha = Sample.Quadrants(colours: [[0], [64], [128], [255]]);
        using var sideways = Sample.Quadrants().Bandjoin(alpha).Mutate(to => to.Set(GValue.GIntType, "orientation", 3));

        using var decoded = Sample.Decode(EditedPng.WithGamma(sideways.PngsaveBuffer(), 1));

        Sample.AssertColours(
            [[188, 188, 188, 255], [133, 160, 213, 128], [143, 202, 160, 64]],
            Sample.ColoursOf(decoded.ToWebP(1600).Bytes)[..3],
            Tolerance);
    }

    private static byte[] Png(string? profile = null) => Sample.Quadrants().PngsaveBuffer(profile: profile);

    private static byte[] Profiled() => Sample.Quadrants().IccTransform("p3", inputProfile: "srgb").PngsaveBuffer();

    private static byte[] DeepPng() => Sample.Quadrants().Colourspace(Enums.Interpretation.Rgb16).PngsaveBuffer();

    private static byte[] GreyPng() => Sample.Quadrants().Colourspace(Enums.Interpretation.Bw).PngsaveBuffer();

    private static byte[] Avif() =>
        Sample.Quadrants().HeifsaveBuffer(q: 95, compression: Enums.ForeignHeifCompression.Av1, subsampleMode: Enums.ForeignSubsample.Off);

    private static byte[] DeepAvif() => Sample.Quadrants().Colourspace(Enums.Interpretation.Rgb16)
        .HeifsaveBuffer(q: 95, bitdepth: 10, compression: Enums.ForeignHeifCompression.Av1, subsampleMode: Enums.ForeignSubsample.Off);
}
