using System.Diagnostics;
using System.Text.Json;
using Iris.ImageProcessor.Imaging;
using Iris.Tests.Support;
using NetVips;

namespace Iris.Tests.Unit.Imaging;

public sealed class PlaceholderTests
{
    [Fact]
    public async Task The_thumbhash_is_that_of_the_reference_package()
    {
        var pictures = Pictures(new Random(1)).ToArray();

        var expected = await ReferenceAsync(pictures, TestContext.Current.CancellationToken);

        Assert.Equal(
            expected, pictures.Select(picture => Convert.ToHexStringLower(ThumbHash.Encode(picture.Width, picture.Height, picture.Rgba))));
    }

    [Fact]
    public void A_picture_has_the_thumbhash_of_its_miniature()
    {
        using var picture = Sample.Decode(Photographs.Kitten.Bytes);
        using var miniature = Image.ThumbnailBuffer(Photographs.Kitten.Bytes, 100).AddAlpha();

        var expected = ThumbHash.Encode(miniature.Width, miniature.Height, miniature.WriteToMemory<byte>());
        var actual = picture.ToPlaceholder().ThumbHash;

        // The means agree; shrinking in two steps may turn a frequency's last bit.
        Assert.Equal(expected.Length, actual.Length);
        Assert.Equal(expected[..2], actual[..2]);
    }

    [Theory]
    [InlineData(new double[] { 200, 30, 40 }, "#c81e28")]
    [InlineData(new double[] { 0, 0, 0 }, "#000000")]
    [InlineData(new double[] { 10, 20, 30, 0 }, "#ffffff")]
    public void The_colour_is_what_most_of_the_picture_has(double[] colour, string expected)
    {
        double[] other = colour.Length == 4 ? [250, 250, 250, 0] : [250, 250, 250];
        using var image = Sample.Quadrants(colours: [colour, colour, colour, other]);
        using var picture = Sample.Decode(image.PngsaveBuffer());

        Assert.Equal(expected, picture.ToPlaceholder().Color);
    }

    private static IEnumerable<(int Width, int Height, byte[] Rgba)> Pictures(Random random)
    {
        foreach (var (width, height) in ((int, int)[])[(1, 1), (100, 100), (100, 1), (1, 100), (75, 100), (100, 67), (3, 5), (64, 48)])
        {
            var noise = new byte[width * height * 4];
            random.NextBytes(noise);
            yield return (width, height, noise);

            byte[] opaque = [.. noise.Select((value, at) => at % 4 == 3 ? (byte)255 : value)];
            yield return (width, height, opaque);
            yield return (width, height, [.. opaque.Select((value, at) => at % 4 == 3 ? value : (byte)(at * 255 / noise.Length))]);
            yield return (width, height, new byte[noise.Length]);
        }
    }

    private static async Task<string[]> ReferenceAsync(
        IEnumerable<(int Width, int Height, byte[] Rgba)> pictures, CancellationToken cancellationToken)
    {
        using var node = Process.Start(new ProcessStartInfo("node", "encode.mjs")
        {
            WorkingDirectory = Repository.PathOf("Tests", "Unit", "Imaging", "ThumbHash"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

        foreach (var (width, height, rgba) in pictures)
        {
            await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { width, height, rgba }).AsMemory(), cancellationToken);
        }

        node.StandardInput.Close();
        var hashes = await node.StandardOutput.ReadToEndAsync(cancellationToken);
        await node.WaitForExitAsync(cancellationToken);
        return hashes.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
