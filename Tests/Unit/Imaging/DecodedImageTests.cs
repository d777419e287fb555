using Iris.Tests.Support;
using NetVips;

namespace Iris.Tests.Unit.Imaging;

public sealed class DecodedImageTests
{
    [Theory]
    [InlineData(3000, 2000, 300, 300, 200)]
    [InlineData(3000, 2000, 1600, 1600, 1067)]
    [InlineData(2000, 3000, 600, 400, 600)]
    [InlineData(1600, 1600, 1600, 1600, 1600)]
    [InlineData(4000, 10, 300, 300, 1)]
    public void They_are_shrunk_and_keep_their_proportions(int width, int height, int side, int expectedWidth, int expectedHeight)
    {
        using var picture = Sample.Decode(Sample.Png(width, height));

        var derivative = picture.ToWebP(side);

        Assert.Equal((expectedWidth, expectedHeight), (derivative.Width, derivative.Height));
        using var image = Image.NewFromBuffer(derivative.Bytes);
        Assert.Equal((expectedWidth, expectedHeight), (image.Width, image.Height));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(299, 120)]
    public void They_are_never_larger_than_the_picture(int width, int height)
    {
        using var picture = Sample.Decode(Sample.Png(width, height));

        Assert.All([300, 600, 1600], side => Assert.Equal((width, height), (picture.ToWebP(side).Width, picture.ToWebP(side).Height)));
    }

    [Fact]
    public void They_carry_no_metadata()
    {
        using var picture = Sample.Decode(Photographs.Car.Bytes);
        using var original = Image.NewFromBuffer(Photographs.Car.Bytes);
        using var derivative = Image.NewFromBuffer(picture.ToWebP(600).Bytes);

        Assert.Contains(original.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal));
        Assert.DoesNotContain(derivative.GetFields(), IsMetadata);
        Assert.DoesNotContain(Image.NewFromBuffer(picture.ToJpeg()).GetFields(), IsMetadata);

        static bool IsMetadata(string field) =>
            field.StartsWith("exif", StringComparison.Ordinal) || field is "icc-profile-data" or "xmp-data" or "iptc-data";
    }

    [Fact]
    public void Of_an_animation_the_first_frame_is_shown()
    {
        using var first = Sample.Quadrants();
        using var second = Sample.Quadrants(colours: [.. Sample.Colours.Reverse()]);
        using var animation = first.Join(second, Enums.Direction.Vertical)
            .Mutate(to => to.Set(GValue.GIntType, "page-height", Sample.Height));

        Assert.All([animation.GifsaveBuffer(), animation.WebpsaveBuffer(q: 95)], bytes =>
        {
            using var picture = Sample.Decode(bytes);
            Assert.Equal((Sample.Width, Sample.Height), (picture.Width, picture.Height));
            Sample.AssertColours(Sample.Colours, Sample.ColoursOf(picture.ToWebP(300).Bytes), tolerance: 8);
        });
    }
}
