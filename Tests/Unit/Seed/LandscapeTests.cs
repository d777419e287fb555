using Iris.Seed;

namespace Iris.Tests.Unit.Seed;

public sealed class LandscapeTests
{
    [Fact]
    public void The_same_number_gives_the_same_picture_and_another_number_another() =>
        Assert.Equal((true, false), (
            new Landscape(1).Draw().Bytes.AsSpan().SequenceEqual(new Landscape(1).Draw().Bytes),
            new Landscape(1).Draw().Bytes.AsSpan().SequenceEqual(new Landscape(2).Draw().Bytes)));

    [Fact]
    public void They_are_files_that_Iris_takes() =>
        Assert.All(Enumerable.Range(0, 6).Select(static number => new Landscape(number).Draw()), static picture =>
        {
            Assert.Equal("RIFF"u8, picture.Bytes.AsSpan(0, 4));
            Assert.InRange(picture.Bytes.Length, 1, 5_242_880);
        });
}
