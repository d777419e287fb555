using System.Net;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;

namespace Iris.Tests.Integration.S3;

public sealed class Tags(LocalS3 server) : S3Test(server)
{
    [Fact]
    public async Task Come_with_the_object_or_later_and_leave_it_as_it_is()
    {
        await Put("k", Bytes(10), request => request.TagSet = [new Tag { Key = "a b", Value = "1+2" }]);
        Assert.Equal(["a b=1+2"], await Read());

        await Client.PutObjectTaggingAsync(
            new PutObjectTaggingRequest { BucketName = Bucket, Key = "k", Tagging = new Tagging { TagSet = [new Tag { Key = "state", Value = "new" }] } }, Cancellation);
        Assert.Equal(["state=new"], await Read());
        Assert.Equal(Bytes(10), await Read("k"));
        Assert.Equal(1, (await Client.GetObjectMetadataAsync(Bucket, "k", Cancellation)).TagsCount ?? 1);

        await Client.DeleteObjectTaggingAsync(new DeleteObjectTaggingRequest { BucketName = Bucket, Key = "k" }, Cancellation);
        Assert.Empty(await Read());
    }

    [Fact]
    public async Task Need_an_object() => Assert.Equal(
        "NoSuchKey",
        (await Refused(() => Client.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = Bucket, Key = "nope" }, Cancellation))).ErrorCode);

    [Fact]
    public async Task Are_ten_at_most()
    {
        await Put("k", Bytes(10));
        var tags = string.Concat(Enumerable.Range(0, 11).Select(number => $"<Tag><Key>{number}</Key><Value/></Tag>"));

        var answer = await Send(Signed(HttpMethod.Put, $"/{Bucket}/k?tagging", Utf8($"<Tagging><TagSet>{tags}</TagSet></Tagging>")));

        Assert.Equal((HttpStatusCode.BadRequest, "BadRequest"), answer);
    }

    private async Task<string[]> Read() =>
    [
        .. ((await Client.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = Bucket, Key = "k" }, Cancellation)).Tagging ?? [])
            .Select(tag => $"{tag.Key}={tag.Value}"),
    ];
}
