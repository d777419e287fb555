using System.Net;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;

namespace LocalAws.Tests.S3;

public sealed class PutObjectTests(LocalS3 server) : S3Test(server)
{
    public static TheoryData<RequestChecksumCalculation, bool, string?> SdkSettings =>
    [
        .. from calculation in new[] { RequestChecksumCalculation.WHEN_SUPPORTED, RequestChecksumCalculation.WHEN_REQUIRED }
           from chunked in new[] { true, false }
           from algorithm in new[] { null, "CRC32", "SHA1", "SHA256" }
           select (calculation, chunked, algorithm),
    ];

    // Framing, chunk signatures and trailers: none of it may become part of the object.
    [Theory]
    [MemberData(nameof(SdkSettings))]
    public async Task Puts_keep_every_byte_however_the_SDK_sends_them(RequestChecksumCalculation calculation, bool chunked, string? algorithm)
    {
        using var client = Server.CreateClient(config => config.RequestChecksumCalculation = calculation);
        var body = Bytes(300_000);

        var put = await client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = Bucket,
            Key = "k",
            InputStream = new MemoryStream(body),
            ContentType = "image/jpeg",
            UseChunkEncoding = chunked,
            ChecksumAlgorithm = algorithm is null ? null : ChecksumAlgorithm.FindValue(algorithm),
        }, Cancellation);

        Assert.Equal(body, await Read("k"));
        Assert.Equal($"\"{Convert.ToHexStringLower(MD5.HashData(body))}\"", put.ETag);
        var head = await Client.GetObjectMetadataAsync(Bucket, "k", Cancellation);
        Assert.Equal((body.Length, "image/jpeg"), (head.ContentLength, head.Headers.ContentType));
        Assert.Null(head.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    public async Task Puts_of_any_length(int length)
    {
        var body = Bytes(length);

        await Put("k", body);

        Assert.Equal(body, await Read("k"));
    }

    [Fact]
    public async Task Puts_keep_headers_and_metadata_and_strip_the_transfer_from_the_encoding()
    {
        await Put("k", Bytes(1000), request =>
        {
            request.Metadata.Add("owner", "u-123");
            request.Headers.CacheControl = "public, max-age=86400, immutable";
            request.Headers.ContentDisposition = "inline; filename=\"x.jpg\"";
            request.Headers.ContentEncoding = "gzip";
        });

        var head = await Client.GetObjectMetadataAsync(Bucket, "k", Cancellation);
        Assert.Equal("u-123", head.Metadata["owner"]);
        Assert.Equal("public, max-age=86400, immutable", head.Headers.CacheControl);
        Assert.Equal("inline; filename=\"x.jpg\"", head.Headers.ContentDisposition);
        Assert.Equal("gzip", head.Headers.ContentEncoding);
        Assert.InRange(head.LastModified!.Value.ToUniversalTime(), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddSeconds(1));
    }

    [Fact]
    public async Task Puts_echo_the_checksum_and_give_it_back_when_asked()
    {
        var body = Bytes(1000);
        var put = await Put("k", body, request => request.ChecksumAlgorithm = ChecksumAlgorithm.SHA256);

        var head = await Client.GetObjectMetadataAsync(
            new GetObjectMetadataRequest { BucketName = Bucket, Key = "k", ChecksumMode = ChecksumMode.ENABLED }, Cancellation);

        var expected = Convert.ToBase64String(SHA256.HashData(body));
        Assert.Equal((expected, expected), (put.ChecksumSHA256, head.ChecksumSHA256));
        Assert.Equal(ChecksumType.FULL_OBJECT, head.ChecksumType);
    }

    [Fact]
    public async Task Puts_are_refused_and_store_nothing_when_the_body_is_not_what_was_promised()
    {
        var wrongMd5 = await Refused(() => Put("k", Bytes(1000), request => request.MD5Digest = Convert.ToBase64String(MD5.HashData([1]))));
        var wrongSha256 = await Refused(
            () => Put("k", Bytes(1000), request => request.ChecksumSHA256 = Convert.ToBase64String(SHA256.HashData([1]))));

        Assert.Equal(("BadDigest", "BadDigest"), (wrongMd5.ErrorCode, wrongSha256.ErrorCode));
        Assert.Empty(await Keys());
    }

    [Theory]
    [InlineData("x-amz-checksum-crc32", "AAAAAA==", "BadDigest")]
    [InlineData("x-amz-checksum-crc32c", "AAAAAA==", "BadDigest")]
    [InlineData("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=", "BadDigest")]
    [InlineData("x-amz-checksum-crc32", "AAAA", "InvalidRequest")]
    [InlineData("x-amz-checksum-crc32", "", "InvalidRequest")]
    public async Task Puts_are_refused_with_a_wrong_checksum(string header, string value, string code) => Assert.Equal(
        (HttpStatusCode.BadRequest, code), await Send(Signed(HttpMethod.Put, $"/{Bucket}/k", Bytes(1000), (header, value))));

    [Theory]
    [InlineData("x-amz-checksum-crc32", "y/Q5Jg==")]
    [InlineData("x-amz-checksum-crc32c", "4waSgw==")]
    [InlineData("x-amz-checksum-crc64nvme", "rosUhgp5mIg=")]
    public async Task Puts_are_taken_with_the_right_checksum(string header, string value)
    {
        using var response = await Exchange(Signed(HttpMethod.Put, $"/{Bucket}/k", "123456789"u8.ToArray(), (header, value)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(value, response.Headers.GetValues(header).Single());
    }

    [Fact]
    public async Task Puts_are_refused_when_the_signed_payload_hash_is_of_another_body()
    {
        var request = Signed(HttpMethod.Put, $"/{Bucket}/k", "one"u8.ToArray());
        request.Content = new ByteArrayContent("two"u8.ToArray());

        Assert.Equal((HttpStatusCode.BadRequest, "XAmzContentSHA256Mismatch"), await Send(request));
        Assert.Empty(await Keys());
    }

    [Theory]
    [InlineData("x-amz-storage-class", "GLACIER", HttpStatusCode.NotImplemented)]
    [InlineData("x-amz-server-side-encryption", "aws:kms", HttpStatusCode.NotImplemented)]
    [InlineData("x-amz-object-lock-mode", "COMPLIANCE", HttpStatusCode.NotImplemented)]
    [InlineData("x-amz-tagging", "state=new", HttpStatusCode.NotImplemented)]
    [InlineData("x-amz-acl", "public-read", HttpStatusCode.BadRequest)]
    public async Task Puts_are_refused_when_they_wish_for_what_is_not_there(string header, string value, HttpStatusCode status)
    {
        Assert.Equal(status, (await Send(Signed(HttpMethod.Put, $"/{Bucket}/k", Bytes(10), (header, value)))).Status);
        Assert.Empty(await Keys());
    }

    [Theory]
    [InlineData("acl")]
    [InlineData("retention")]
    [InlineData("anything")]
    public async Task Puts_never_take_a_sub_resource_for_the_object(string subResource)
    {
        await Put("k", Bytes(10));

        var answer = await Send(Signed(HttpMethod.Put, $"/{Bucket}/k?{subResource}", "<Xml/>"u8.ToArray()));

        Assert.Equal((HttpStatusCode.NotImplemented, "NotImplemented"), answer);
        Assert.Equal(Bytes(10), await Read("k"));
    }

    [Fact]
    public async Task Puts_without_a_length_are_refused()
    {
        var request = Signed(HttpMethod.Put, $"/{Bucket}/k", []);
        request.Content = new StreamContent(new MemoryStream(Bytes(10)));
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal((HttpStatusCode.LengthRequired, "MissingContentLength"), await Send(request));
    }

    [Fact]
    public async Task Puts_with_more_than_2_KB_of_metadata_are_refused() => Assert.Equal(
        "MetadataTooLarge",
        (await Refused(() => Put("k", Bytes(1), request => request.Metadata.Add("note", new string('x', 2100))))).ErrorCode);

    [Fact]
    public async Task Puts_replace_what_was_there()
    {
        await Put("k", Bytes(1000, seed: 1));
        await Put("k", Bytes(500, seed: 2));

        Assert.Equal(Bytes(500, seed: 2), await Read("k"));
        Assert.Equal(["k"], await Keys());
        Assert.Single(Directory.EnumerateFiles(Path.Combine(Server.DataDirectory, "objects", Bucket), "*", SearchOption.AllDirectories));
    }
}
