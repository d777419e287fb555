using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;

namespace Iris.Tests.Integration.S3;

public sealed class MultipartUploads(LocalS3 server) : S3Test(server)
{
    private const int PartSize = 5 * 1024 * 1024;
    private readonly byte[] _body = Bytes(12_000_000);

    [Fact]
    public async Task Join_their_parts_whatever_the_order_they_came_in()
    {
        var upload = await Initiate();
        var parts = new[] { await Upload(upload, 3), await Upload(upload, 1), await Upload(upload, 2) };

        var completed = await Complete(upload, parts.OrderBy(part => part.PartNumber));

        Assert.Equal(_body, await Read("mp"));
        var digests = _body.Chunk(PartSize).SelectMany(MD5.HashData).ToArray();
        Assert.Equal($"\"{Convert.ToHexStringLower(MD5.HashData(digests))}-3\"", completed.ETag);
        Assert.Equal("image/png", (await Client.GetObjectMetadataAsync(Bucket, "mp", Cancellation)).Headers.ContentType);
        Assert.False(Directory.Exists(Path.Combine(Server.DataDirectory, "parts", upload)));
    }

    [Fact]
    public async Task Take_the_last_part_that_was_sent_under_a_number()
    {
        var upload = await Initiate();
        await Upload(upload, 1, Bytes(100, seed: 2));
        var part = await Upload(upload, 1, Bytes(200, seed: 3));

        await Complete(upload, [part]);

        Assert.Equal(Bytes(200, seed: 3), await Read("mp"));
    }

    [Fact]
    public async Task Check_the_list_of_parts()
    {
        var upload = await Initiate();
        var (first, second, small) = (await Upload(upload, 1), await Upload(upload, 2), await Upload(upload, 4, Bytes(10)));

        Assert.Equal("InvalidPart", await CodeOf([first, new PartETag(3, second.ETag)]));
        Assert.Equal("InvalidPart", await CodeOf([first, new PartETag(2, first.ETag)]));
        Assert.Equal("InvalidPartOrder", (await Send(Signed(HttpMethod.Post, $"/{Bucket}/mp?uploadId={upload}", Utf8(
            $"<CompleteMultipartUpload>{Part(second)}{Part(first)}</CompleteMultipartUpload>")))).Code);
        Assert.Equal("EntityTooSmall", await CodeOf([first, small, new PartETag(5, (await Upload(upload, 5, Bytes(10))).ETag)]));
        Assert.Equal("MalformedXML", (await Send(Signed(HttpMethod.Post, $"/{Bucket}/mp?uploadId={upload}", Utf8("<CompleteMultipartUpload/>")))).Code);

        await Complete(upload, [first, second, small]);
        Assert.Equal((2 * PartSize) + 10, (await Client.GetObjectMetadataAsync(Bucket, "mp", Cancellation)).ContentLength);

        async Task<string> CodeOf(PartETag[] parts) => (await Refused(() => Complete(upload, parts))).ErrorCode;
        static string Part(PartETag part) => $"<Part><PartNumber>{part.PartNumber}</PartNumber><ETag>{part.ETag}</ETag></Part>";
    }

    [Fact]
    public async Task Copy_parts_from_ranges_of_an_object()
    {
        await Put("source é", _body);
        var upload = await Initiate();
        List<PartETag> parts = [];
        for (var start = 0; start < _body.Length; start += PartSize)
        {
            var copied = await Client.CopyPartAsync(new CopyPartRequest
            {
                SourceBucket = Bucket,
                SourceKey = "source é",
                DestinationBucket = Bucket,
                DestinationKey = "mp",
                UploadId = upload,
                PartNumber = parts.Count + 1,
                FirstByte = start,
                LastByte = Math.Min(start + PartSize, _body.Length) - 1,
            }, Cancellation);
            parts.Add(new PartETag(parts.Count + 1, copied.ETag));
        }

        await Complete(upload, parts);

        Assert.Equal(_body, await Read("mp"));
    }

    [Theory]
    [InlineData("bytes=0-12000000")]
    [InlineData("bytes=12000000-12000001")]
    [InlineData("bytes=5-")]
    [InlineData("bytes=-5")]
    public async Task Copy_no_part_from_beyond_the_end(string range)
    {
        await Put("source", _body);
        var upload = await Initiate();

        var answer = await Send(Signed(
            HttpMethod.Put, $"/{Bucket}/mp?partNumber=1&uploadId={upload}", null, ("x-amz-copy-source", $"{Bucket}/source"), ("x-amz-copy-source-range", range)));

        Assert.Equal("InvalidArgument", answer.Code);
    }

    [Fact]
    public async Task Have_a_checksum_of_their_parts_or_of_the_whole()
    {
        foreach (var type in new[] { ChecksumType.COMPOSITE, ChecksumType.FULL_OBJECT })
        {
            var upload = await Initiate(request => (request.ChecksumAlgorithm, request.ChecksumType) = (ChecksumAlgorithm.CRC32, type));
            var parts = new[] { await Upload(upload, 1), await Upload(upload, 2), await Upload(upload, 3) };

            var completed = await Complete(upload, parts);

            Assert.Equal(type, completed.ChecksumType);
            Assert.Equal(type == ChecksumType.COMPOSITE, completed.ChecksumCRC32.EndsWith("-3", StringComparison.Ordinal));
            Assert.Equal(_body, await Read("mp"));
        }
    }

    [Fact]
    public async Task Are_listed_with_their_parts_until_they_end()
    {
        var upload = await Initiate();
        await Upload(upload, 2, Bytes(20));
        await Upload(upload, 1, Bytes(10));

        var uploads = await Client.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = Bucket }, Cancellation);
        var firstPage = await Client.ListPartsAsync(new ListPartsRequest { BucketName = Bucket, Key = "mp", UploadId = upload, MaxParts = 1 }, Cancellation);
        var secondPage = await Client.ListPartsAsync(
            new ListPartsRequest { BucketName = Bucket, Key = "mp", UploadId = upload, PartNumberMarker = $"{firstPage.NextPartNumberMarker}" }, Cancellation);

        Assert.Equal(upload, Assert.Single(uploads.MultipartUploads).UploadId);
        Assert.Equal((1, 10L), (Assert.Single(firstPage.Parts).PartNumber, firstPage.Parts[0].Size));
        Assert.Equal((2, 20L), (Assert.Single(secondPage.Parts).PartNumber, secondPage.Parts[0].Size));
    }

    [Fact]
    public async Task Are_gone_when_aborted()
    {
        var upload = await Initiate();
        var part = await Upload(upload, 1, Bytes(10));

        await Client.AbortMultipartUploadAsync(Bucket, "mp", upload, Cancellation);

        Assert.Equal("NoSuchUpload", (await Refused(() => Complete(upload, [part]))).ErrorCode);
        Assert.Equal("NoSuchUpload", (await Refused(() => Upload(upload, 2, Bytes(10)))).ErrorCode);
        Assert.Equal("NoSuchUpload", (await Refused(() => Client.AbortMultipartUploadAsync(Bucket, "mp", upload, Cancellation))).ErrorCode);
        Assert.False(Directory.Exists(Path.Combine(Server.DataDirectory, "parts", upload)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10001")]
    [InlineData("x")]
    public async Task Number_their_parts_from_1_to_10000(string number)
    {
        var upload = await Initiate();

        Assert.Equal("InvalidArgument", (await Send(Signed(HttpMethod.Put, $"/{Bucket}/mp?partNumber={number}&uploadId={upload}", Bytes(10)))).Code);
    }

    [Fact]
    public async Task Know_no_upload_that_is_a_path() => Assert.Equal(
        "NoSuchUpload", (await Send(Signed(HttpMethod.Put, $"/{Bucket}/mp?partNumber=1&uploadId=..%2F..%2Fx", Bytes(10)))).Code);

    private Task<string> Initiate() => Initiate(static _ => { });

    private async Task<string> Initiate(Action<InitiateMultipartUploadRequest> configure)
    {
        var request = new InitiateMultipartUploadRequest { BucketName = Bucket, Key = "mp", ContentType = "image/png" };
        configure(request);
        return (await Client.InitiateMultipartUploadAsync(request, Cancellation)).UploadId;
    }

    private Task<PartETag> Upload(string uploadId, int number) => Upload(uploadId, number, _body.Chunk(PartSize).ElementAt(number - 1));

    private async Task<PartETag> Upload(string uploadId, int number, byte[] body)
    {
        var response = await Client.UploadPartAsync(new UploadPartRequest
        {
            BucketName = Bucket,
            Key = "mp",
            UploadId = uploadId,
            PartNumber = number,
            InputStream = new MemoryStream(body),
            PartSize = body.Length,
        }, Cancellation);
        return new PartETag(number, response.ETag) { ChecksumCRC32 = response.ChecksumCRC32 };
    }

    private Task<CompleteMultipartUploadResponse> Complete(string uploadId, IEnumerable<PartETag> parts) => Client.CompleteMultipartUploadAsync(
        new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "mp", UploadId = uploadId, PartETags = [.. parts] }, Cancellation);
}
