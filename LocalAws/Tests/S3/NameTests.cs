using CsCheck;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.Tests.S3;

public sealed class NameTests
{
    [Theory]
    [InlineData("iris-images", true)]
    [InlineData("a.b-c", true)]
    [InlineData("ab", false)]
    [InlineData("-ab", false)]
    [InlineData("ab-", false)]
    [InlineData("a..b", false)]
    [InlineData("a/b", false)]
    [InlineData("Abc", false)]
    [InlineData("_local", false)]
    [InlineData("abc\n", false)]
    public void Names_of_buckets(string name, bool valid) => Assert.Equal(valid, BucketNames.IsValid(name));

    [Fact]
    public void Names_of_objects_never_become_part_of_a_path() => Gen.Select(Gen.String, Gen.Long[0, long.MaxValue]).Sample((key, sequence) =>
    {
        var path = new ObjectFiles("/data").PathOf("bucket", key, sequence);

        Assert.Equal(path, Path.GetFullPath(path));
        Assert.Matches("^/data/objects/bucket/[0-9a-f]{2}/[0-9a-f]{64}\\.[0-9a-f]{16}$", path);
    });

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void Names_of_objects_have_at_most_1024_bytes(int length, bool valid)
    {
        Assert.Equal(valid, ObjectKey.Check(new string('k', length)) is null);
        Assert.Equal(valid, ObjectKey.Check(new string('é', length / 2) + new string('k', length % 2)) is null);
    }
}
