namespace Iris.Tests.Support;

/// <summary>
/// Photographs from npm packages under the MIT licence, fetched by the build (see Tools/Seed/Photographs/package.json) and never committed.
/// </summary>
public static class Photographs
{
    /// <summary>A grey and white cat among leaves: 620 × 465, 72 kB.</summary>
    public static Photograph Cat { get; } = FromPackage("cat.jpg", "Cat", "ij-test/img/cat.jpg");

    /// <summary>A ginger kitten before a blurred background: 2240 × 1488, 186 kB.</summary>
    public static Photograph Kitten { get; } = FromPackage("kitten.jpg", "Cat", "ij-test/img/cat-blur.jpg");

    /// <summary>A yellow car seen from its side, as a progressive JPEG with EXIF data: 1440 × 960, 370 kB.</summary>
    public static Photograph Car { get; } = FromPackage("car.jpg", "Car", "paper-kit-2/assets/img/ilya-yakover.jpg");

    /// <summary>
    /// People and gondolas, small and far away: the network finds them, below the confidence promised by <see cref="Photograph.Label"/>.
    /// 1440 × 960, 498 kB.
    /// </summary>
    public static Photograph Harbour { get; } = FromPackage("harbour.jpg", null, "paper-kit-2/assets/img/joshua-stannard.jpg");

    /// <summary>A lake between mountains, nothing of which the network knows: 2661 × 1490, 517 kB.</summary>
    public static Photograph Lake { get; } = FromPackage("lake.jpg", null, "paper-kit-2/assets/img/antoine-barres.jpg");

    /// <summary>The kitten as a camera writes it: 3248 × 2160, about 2 MB.</summary>
    public static Photograph TwoMegabytes { get; } = new("two-megabytes.jpg", "Cat", () => Camera.Expose(Kitten, 3248, 2160));

    /// <summary>The car as a camera with 12.2 megapixels writes it: 4288 × 2848, about 3 MB.</summary>
    public static Photograph TwelveMegapixels { get; } = new("twelve-megapixels.jpg", "Car", () => Camera.Expose(Car, 4288, 2848));

    /// <summary>All of them, the small ones first.</summary>
    public static IReadOnlyList<Photograph> All { get; } = [Cat, Kitten, Car, Harbour, Lake, TwoMegabytes, TwelveMegapixels];

    private static Photograph FromPackage(string fileName, string? label, string path) =>
        new(fileName, label, () => File.ReadAllBytes(Repository.PathOf("Tools", "Seed", "Photographs", "node_modules", path)));
}
