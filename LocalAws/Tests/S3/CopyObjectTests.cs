using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;

namespace LocalAws.Tests.S3;

public sealed class CopyObjectTests(LocalS3 server) : S3Test(server)
{
    private const string Key = "src/é x+y&z.jpg";

    [Fact]
    public async Task Copies_keep_bytes_headers_metadata_and_checksum()
    {
        var put = await Put(Key, Bytes(300_000), request =>
        {
            request.Metadata.Add("owner", "u-123");
            request.ChecksumAlgorithm = ChecksumAlgorithm.SHA256;
        });

        var copy = await Client.CopyObjectAsync(Copy("copy"), Cancellation);

        var head = await Client.GetObjectMetadataAsync(
            new GetObjectMetadataRequest { BucketName = Bucket, Key = "copy", ChecksumMode = ChecksumMode.ENABLED }, Cancellation);
        Assert.Equal(Bytes(300_000), await Read("copy"));
        Assert.Equal((put.ETag, put.ETag), (copy.ETag, head.ETag));
        Assert.Equal(("u-123", "image/jpeg", put.ChecksumSHA256), (head.Metadata["owner"], head.Headers.ContentType, head.ChecksumSHA256));
    }

    [Fact]
    public async Task Copies_can_replace_the_metadata_onto_the_same_key_too()
    {
        await Put(Key, Bytes(1000), request => request.Metadata.Add("owner", "u-123"));

        var request = Copy(Key);
        request.MetadataDirective = S3MetadataDirective.REPLACE;
        request.ContentType = "image/webp";
        request.Metadata.Add("attempt", "2");
        await Client.CopyObjectAsync(request, Cancellation);

        var head = await Client.GetObjectMetadataAsync(Bucket, Key, Cancellation);
        Assert.Equal(("2", "image/webp", null), (head.Metadata["attempt"], head.Headers.ContentType, head.Metadata["owner"]));
        Assert.Equal(Bytes(1000), await Read(Key));
    }

    [Fact]
    public async Task Copies_onto_the_same_key_have_to_change_something()
    {
        await Put(Key, Bytes(10));

        Assert.Equal("InvalidRequest", (await Refused(() => Client.CopyObjectAsync(Copy(Key), Cancellation))).ErrorCode);
    }

    [Theory]
    [InlineData("/{0}/src%2F%C3%A9%20x%2By%26z.jpg")]
    [InlineData("{0}/src/%C3%A9%20x+y&z.jpg")]
    public async Task Copies_name_their_source_percent_encoded_with_or_without_a_slash(string source)
    {
        await Put(Key, Bytes(10));

        var answer = await Send(Signed(HttpMethod.Put, $"/{Bucket}/copy", null, ("x-amz-copy-source", source.Replace("{0}", Bucket))));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(Bytes(10), await Read("copy"));
    }

    [Theory]
    [InlineData("no-such-bucket/k", "NoSuchBucket")]
    [InlineData("{0}/nope", "NoSuchKey")]
    [InlineData("{0}", "InvalidArgument")]
    [InlineData("", "InvalidArgument")]
    [InlineData("{0}/%ff", "InvalidArgument")]
    [InlineData("{0}/k?versionId=7", "NotImplemented")]
    public async Task Copies_of_what_is_not_there(string source, string code) => Assert.Equal(
        code, (await Send(Signed(HttpMethod.Put, $"/{Bucket}/copy", null, ("x-amz-copy-source", source.Replace("{0}", Bucket))))).Code);

    [Fact]
    public async Task Copies_can_demand_a_source_and_a_free_destination()
    {
        var put = await Put(Key, Bytes(10));
        var request = Copy("copy");
        request.ETagToMatch = put.ETag;
        await Client.CopyObjectAsync(request, Cancellation);

        request.ETagToMatch = "\"0\"";
        Assert.Equal("PreconditionFailed", (await Refused(() => Client.CopyObjectAsync(request, Cancellation))).ErrorCode);
        Assert.Equal(
            (HttpStatusCode.PreconditionFailed, "PreconditionFailed"),
            await Send(Signed(HttpMethod.Put, $"/{Bucket}/copy", null, ("x-amz-copy-source", $"{Bucket}/copy"), ("x-amz-metadata-directive", "REPLACE"), ("If-None-Match", "*"))));
    }

    private CopyObjectRequest Copy(string destination) =>
        new() { SourceBucket = Bucket, SourceKey = Key, DestinationBucket = Bucket, DestinationKey = destination };
}
