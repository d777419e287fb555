using LocalAws.Rekognition.Detection;

namespace LocalAws.Tests.Rekognition;

public sealed class SuppressionTests
{
    private const int Dog = 18, Cat = 17;

    [Fact]
    public void Of_one_class_the_surest_of_boxes_that_overlap_by_more_than_a_half_stays()
    {
        var kept = Suppression.Suppress([Found(Dog, 0.7f, 0), Found(Dog, 0.9f, 0.2f), Found(Dog, 0.8f, 0.8f)]);

        Assert.Equal([0.9f, 0.8f], kept.Select(found => found.Score));
    }

    [Fact]
    public void Two_of_one_class_that_overlap_less_both_stay()
    {
        // 0.6 of 1.4 in common.
        var kept = Suppression.Suppress([Found(Dog, 0.9f, 0), Found(Dog, 0.8f, 0.4f)]);

        Assert.Equal(2, kept.Count);
    }

    [Theory]
    [InlineData(0.1f, 1)]
    [InlineData(0.3f, 2)]
    public void Two_classes_may_share_more_of_a_place_but_not_all_of_it(float shift, int kept) =>
        Assert.Equal(kept, Suppression.Suppress([Found(Dog, 0.9f, 0), Found(Cat, 0.8f, shift)]).Count);

    [Fact]
    public void What_was_suppressed_suppresses_nothing()
    {
        // The middle one goes for the sake of the first, and the last overlaps only the middle one.
        var kept = Suppression.Suppress([Found(Dog, 0.9f, 0), Found(Dog, 0.8f, 0.3f), Found(Dog, 0.7f, 0.6f)]);

        Assert.Equal([0.9f, 0.7f], kept.Select(found => found.Score));
    }

    [Fact]
    public void Candidates_without_end_are_cut_off_at_the_surest()
    {
        var apart = Enumerable.Range(0, 100_000).Select(index => new DetectedObject(Dog, index / 100_000f, new(index, 0, index + 1, 1)));

        var kept = Suppression.Suppress(apart);

        Assert.Equal(300, kept.Count);
        Assert.Equal(0.99999f, kept[0].Score);
    }

    [Fact]
    public void Boxes_are_decoded_from_their_anchors_and_stay_within_the_picture()
    {
        var decoder = new BoxDecoder([0.2f, 0.2f, 0.6f, 0.4f, 0, 0, 1, 1]);
        float[] codes = [5, -10, 5 * MathF.Log(0.5f), 0, 0, 0, 5, 5];

        var moved = decoder.Decode(codes, anchor: 0);
        var stretched = decoder.Decode(codes, anchor: 1);

        // Half its height down, a whole width to the left, half as high.
        Assert.Equal(0.5f, moved.Top, tolerance: 1e-5f);
        Assert.Equal(0.7f, moved.Bottom, tolerance: 1e-5f);
        Assert.Equal(0, moved.Left, tolerance: 1e-5f);
        Assert.Equal(0.2f, moved.Right, tolerance: 1e-5f);
        Assert.Equal(new(0, 0, 1, 1), stretched);
    }

    private static DetectedObject Found(int @class, float score, float left) => new(@class, score, new(left, 0, left + 1, 1));
}
