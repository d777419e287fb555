using LocalAws.S3.Objects;

namespace LocalAws.Tests.S3;

public sealed class ByteRangeTests
{
    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=0-99", 0, 100)]
    [InlineData("bytes=10-19", 10, 10)]
    [InlineData("bytes=90-", 90, 10)]
    [InlineData("bytes=99-5000", 99, 1)]
    [InlineData("bytes=-50", 50, 50)]
    [InlineData("bytes=-1", 99, 1)]
    [InlineData("bytes=-5000", 0, 100)]
    public void Ranges_of_100_bytes(string header, long start, long length)
    {
        var range = ByteRange.TryRead(header, 100);

        Assert.Equal(new ByteRange(start, length), range);
        Assert.True(range is { IsSatisfiable: true });
    }

    [Theory]
    [InlineData("bytes=100-", 100)]
    [InlineData("bytes=100-200", 100)]
    [InlineData("bytes=-0", 100)]
    [InlineData("bytes=0-0", 0)]
    [InlineData("bytes=-5", 0)]
    [InlineData("bytes=9223372036854775807-", 100)]
    public void Ranges_that_cannot_be_satisfied(string header, long size) => Assert.False(ByteRange.TryRead(header, size)!.Value.IsSatisfiable);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bytes=")]
    [InlineData("bytes=-")]
    [InlineData("bytes=5-4")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=1-2,4-5")]
    [InlineData("bytes=99999999999999999999-")]
    [InlineData("lines=1-2")]
    public void Ranges_that_are_none_leave_the_object_whole(string? header) => Assert.Null(ByteRange.TryRead(header, 100));
}
