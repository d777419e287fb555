using LocalAws.Rekognition.Detection;

namespace LocalAws.Tests.Rekognition;

public sealed class FusionTests
{
    private const int Dog = 18, Cat = 17;

    [Fact]
    public void What_two_looks_see_in_one_place_is_one_object_between_their_boxes_as_sure_as_their_mean()
    {
        var fused = Assert.Single(Fusion.Fuse([[Seen(Dog, 0.9f, 0)], [Seen(Dog, 0.3f, 0.2f)]]));

        Assert.Equal(0.6f, fused.Score, tolerance: 1e-5f);
        // The surer box weighs three times as much.
        Assert.Equal(0.05f, fused.Box.Left, tolerance: 1e-5f);
        Assert.Equal(1.05f, fused.Box.Right, tolerance: 1e-5f);
    }

    [Fact]
    public void A_look_that_saw_nothing_counts_against_it() =>
        Assert.Equal(0.2f, Assert.Single(Fusion.Fuse([[Seen(Dog, 0.8f, 0)], [], [], []])).Score, tolerance: 1e-5f);

    [Fact]
    public void A_dog_that_every_look_sees_is_surer_than_a_cat_that_one_look_sees_there()
    {
        var fused = Suppression.Suppress(Fusion.Fuse([[Seen(Cat, 0.77f, 0), Seen(Dog, 0.76f, 0)], [Seen(Dog, 0.86f, 0)]]));

        Assert.Equal((Dog, 0.81f), (Assert.Single(fused).Class, MathF.Round(fused[0].Score, 2)));
    }

    [Fact]
    public void Two_in_one_look_are_two_however_close() =>
        Assert.Equal(2, Fusion.Fuse([[Seen(Dog, 0.9f, 0), Seen(Dog, 0.8f, 0.1f)]]).Count());

    [Fact]
    public void A_box_in_a_mirrored_letterbox_is_where_it_is_in_the_picture()
    {
        // A picture twice as wide as high has the middle half of the square; what is at its right edge is at the left of the mirror.
        var look = new Look(new byte[DetectionNetwork.PictureSize * DetectionNetwork.PictureSize * 3], new(0, 0.25f, 1, 0.75f)).Mirror();

        var box = look.InPicture(new(0, 0.25f, 0.1f, 0.5f));

        Assert.Equal((0.9f, 0f, 1f, 0.5f), (box.Left, box.Top, box.Right, box.Bottom));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Confidence_rises_with_the_score_from_nothing_to_almost_certain(int looks)
    {
        var confidence = Enumerable.Range(0, 101).Select(percent => Confidence.Of(percent / 100f, looks)).ToArray();

        Assert.Equal(0, confidence[0]);
        Assert.Equal(confidence.Order().Distinct(), confidence);
        Assert.InRange(confidence[^1], 0.95f, 0.999f);
    }

    private static DetectedObject Seen(int @class, float score, float left) => new(@class, score, new(left, 0, left + 1, 1));
}
