using System.Net;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;

namespace LocalAws.Tests.S3;

public sealed class DeleteObjectTests(LocalS3 server) : S3Test(server)
{
    [Fact]
    public async Task Deletions_remove_the_object_and_its_file_and_can_be_repeated()
    {
        await Put("k", Bytes(10));

        var first = await Client.DeleteObjectAsync(Bucket, "k", Cancellation);
        var second = await Client.DeleteObjectAsync(Bucket, "k", Cancellation);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.HttpStatusCode, second.HttpStatusCode));
        Assert.Equal("NoSuchKey", (await Refused(() => Client.GetObjectAsync(Bucket, "k", Cancellation))).ErrorCode);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Server.DataDirectory, "objects", Bucket), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Deletions_of_many_remove_what_they_name_and_nothing_else()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Put($"k{number:d2}&<é", Bytes(1))));

        var deleted = await Client.DeleteObjectsAsync(new DeleteObjectsRequest
        {
            BucketName = Bucket,
            Objects =
            [
                .. Enumerable.Range(0, 29).Select(number => new KeyVersion { Key = $"k{number:d2}&<é" }),
                new KeyVersion { Key = "missing" },
            ],
        }, Cancellation);

        Assert.Equal(30, deleted.DeletedObjects.Count);
        Assert.Equal(["k29&<é"], await Keys());
    }

    [Fact]
    public async Task Deletions_of_many_need_no_checksum_and_can_be_quiet()
    {
        await Put("k", Bytes(1));
        var body = Utf8("<Delete><Quiet>true</Quiet><Object><Key>k</Key></Object></Delete>");

        using var response = await Exchange(Signed(HttpMethod.Post, $"/{Bucket}/?delete", body));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("<Deleted>", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(await Keys());
    }

    [Fact]
    public async Task Deletions_of_more_than_a_thousand_at_once_are_refused()
    {
        var body = Utf8($"<Delete>{string.Concat(Enumerable.Repeat("<Object><Key>k</Key></Object>", 1001))}</Delete>");

        Assert.Equal((HttpStatusCode.BadRequest, "MalformedXML"), await Send(Signed(HttpMethod.Post, $"/{Bucket}/?delete", body)));
    }
}
