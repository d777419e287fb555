using Iris.Catalog;
using Iris.Tests.Support.Pictures;
using NetVips;
using Image = NetVips.Image;

namespace Iris.Tests.Unit.Imaging;

public sealed class AvifSequenceTests
{
    [Fact]
    public void Of_a_sequence_the_primary_item_is_shown()
    {
        using var picture = Sample.Decode(EditedAvif.AsSequence(Still(), hasPrimaryItem: true));

        Sample.AssertColours(Sample.Colours, Sample.ColoursOf(picture.ToWebP(300).Bytes), tolerance: 8);
    }

    [Fact]
    public void A_sequence_without_one_is_not_supported_and_told_what_to_do()
    {
        var rejection = Sample.Refuse(EditedAvif.AsSequence(Still(), hasPrimaryItem: false));

        Assert.Equal(RejectionCode.UnsupportedFormat, rejection.Code);
        Assert.Contains("Send one of its pictures", rejection.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_still_picture_that_lost_its_items_is_damaged()
    {
        var bytes = Still();
        "free"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("meta"u8)));

        Assert.Equal(RejectionCode.Corrupt, Sample.Refuse(bytes).Code);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public void A_still_picture_that_says_how_it_is_turned_comes_out_upright(int quarters, bool isMirrored)
    {
        using var expected = Turned(Sample.Quadrants(), quarters, isMirrored);
        using var picture = Sample.Decode(EditedAvif.Turned(Still(), quarters, isMirrored));

        Assert.Equal((expected.Width, expected.Height), (picture.Width, picture.Height));
        Sample.AssertColours(Sample.ColoursOf(expected.PngsaveBuffer()), Sample.ColoursOf(picture.ToWebP(300).Bytes), tolerance: 8);
    }

    private static byte[] Still() => Sample.Quadrants().HeifsaveBuffer(q: 90, compression: Enums.ForeignHeifCompression.Av1);

    private static Image Turned(Image image, int quarters, bool isMirrored)
    {
        var turned = image.Rot(quarters switch { 1 => Enums.Angle.D270, 2 => Enums.Angle.D180, 3 => Enums.Angle.D90, _ => Enums.Angle.D0 });
        return isMirrored ? turned.FlipHor() : turned;
    }
}
