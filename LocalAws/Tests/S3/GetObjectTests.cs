using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;

namespace LocalAws.Tests.S3;

public sealed class GetObjectTests(LocalS3 server) : S3Test(server)
{
    private readonly byte[] _body = Bytes(300_000);

    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=100-199", 100, 100)]
    [InlineData("bytes=299999-", 299_999, 1)]
    [InlineData("bytes=-50", 299_950, 50)]
    [InlineData("bytes=65000-140000", 65_000, 75_001)]
    public async Task Reads_of_a_range(string range, int start, int length)
    {
        await Put("k", _body);

        using var response = await Client.GetObjectAsync(
            new GetObjectRequest { BucketName = Bucket, Key = "k", ByteRange = new ByteRange(range) }, Cancellation);

        Assert.Equal(HttpStatusCode.PartialContent, response.HttpStatusCode);
        Assert.Equal($"bytes {start}-{start + length - 1}/300000", response.ContentRange);
        Assert.Equal(_body.AsSpan(start, length).ToArray(), await ReadAll(response));
    }

    [Fact]
    public async Task Reads_of_a_range_beyond_the_end()
    {
        await Put("k", _body);

        var refused = await Refused(() => Client.GetObjectAsync(
            new GetObjectRequest { BucketName = Bucket, Key = "k", ByteRange = new ByteRange("bytes=300000-") }, Cancellation));

        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, "InvalidRange"), (refused.StatusCode, refused.ErrorCode));
    }

    [Fact]
    public async Task Reads_of_what_the_client_has_already_send_nothing()
    {
        var put = await Put("k", _body);

        using var response = await Exchange(Signed(HttpMethod.Get, $"/{Bucket}/k", null, ("If-None-Match", put.ETag)));

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal(put.ETag, response.Headers.ETag?.Tag);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("If-Match", "\"0\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-Match", "*", HttpStatusCode.OK)]
    [InlineData("If-None-Match", "\"0\", \"1\"", HttpStatusCode.OK)]
    [InlineData("If-None-Match", "*", HttpStatusCode.NotModified)]
    [InlineData("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT", HttpStatusCode.NotModified)]
    [InlineData("If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT", HttpStatusCode.OK)]
    [InlineData("If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT", HttpStatusCode.PreconditionFailed)]
    public async Task Reads_on_condition(string header, string value, HttpStatusCode status)
    {
        await Put("k", Bytes(10));

        Assert.Equal(status, (await Send(Signed(HttpMethod.Get, $"/{Bucket}/k", null, (header, value)))).Status);
    }

    [Fact]
    public async Task Reads_of_a_range_that_was_of_another_object_give_the_whole()
    {
        await Put("k", Bytes(10));

        using var response = await Exchange(Signed(HttpMethod.Get, $"/{Bucket}/k", null, ("Range", "bytes=0-4"), ("If-Range", "\"0\"")));

        Assert.Equal((HttpStatusCode.OK, 10L), (response.StatusCode, response.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task Reads_of_a_missing_key()
    {
        Assert.Equal("NoSuchKey", (await Refused(() => Client.GetObjectAsync(Bucket, "nope", Cancellation))).ErrorCode);
        Assert.Equal(
            HttpStatusCode.NotFound, (await Refused(() => Client.GetObjectMetadataAsync(Bucket, "nope", Cancellation))).StatusCode);

        using var head = await Exchange(Signed(HttpMethod.Head, $"/{Bucket}/nope"));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Reads_can_be_told_which_headers_to_answer_with()
    {
        await Put("k", Bytes(10));
        var url = await Client.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = Bucket,
            Key = "k",
            Protocol = Protocol.HTTP,
            Expires = DateTime.UtcNow.AddMinutes(1),
            ResponseHeaderOverrides = new ResponseHeaderOverrides
            {
                ContentDisposition = "attachment; filename=\"a.jpg\"",
                ContentType = "text/plain",
            },
        });

        using var response = await Exchange(new HttpRequestMessage(HttpMethod.Get, url));

        Assert.Equal("attachment; filename=\"a.jpg\"", response.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Reads_go_on_undisturbed_while_the_object_is_replaced_and_deleted()
    {
        var body = Bytes(4_000_000, seed: 1);
        await Put("k", body);
        using var reading = await Client.GetObjectAsync(Bucket, "k", Cancellation);

        await Put("k", Bytes(10, seed: 2));
        await Client.DeleteObjectAsync(Bucket, "k", Cancellation);

        Assert.Equal(body, await ReadAll(reading));
    }

    [Fact]
    public async Task Reads_carry_a_request_id_also_when_they_fail()
    {
        await Put("k", Bytes(10));

        using var found = await Exchange(Signed(HttpMethod.Get, $"/{Bucket}/k"));
        using var missing = await Exchange(Signed(HttpMethod.Get, $"/{Bucket}/nope"));
        var id = Assert.Single(missing.Headers.GetValues("x-amz-request-id"));

        Assert.NotEqual(id, Assert.Single(found.Headers.GetValues("x-amz-request-id")));
        Assert.Contains($"<RequestId>{id}</RequestId>", await missing.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.False(found.Headers.Contains("Server"));
    }
}
