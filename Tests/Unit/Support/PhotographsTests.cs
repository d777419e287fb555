using Iris.Tests.Support;
using NetVips;

namespace Iris.Tests.Unit.Support;

public sealed class PhotographsTests
{
    private const int MaxUploadBytes = 5_242_880;

    public static TheoryData<Photograph> All => [.. Photographs.All];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(All))]
    public void Every_photograph_is_a_whole_JPEG_small_enough_to_upload(Photograph photograph)
    {
        using var image = Image.NewFromBuffer(photograph.Bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);

        Assert.Equal("jpegload_buffer", image.Get("vips-loader"));
        Assert.True(image.Avg() > 0);
        Assert.InRange(photograph.Bytes.Length, 1, MaxUploadBytes);
    }

    [Fact]
    public void Two_megabytes_are_two_megabytes() =>
        Assert.InRange(Photographs.TwoMegabytes.Bytes.Length, 1_800_000, 2_200_000);

    [Fact]
    public void Twelve_megapixels_are_twelve_megapixels()
    {
        using var image = Image.NewFromBuffer(Photographs.TwelveMegapixels.Bytes);

        Assert.InRange(image.Width * (long)image.Height, 12_000_000, 12_999_999);
    }
}
