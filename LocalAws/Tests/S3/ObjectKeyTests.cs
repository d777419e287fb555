using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;

namespace LocalAws.Tests.S3;

public sealed class ObjectKeyTests(LocalS3 server) : S3Test(server)
{
    public static TheoryData<string> Strange =>
    [
        "a b", "a+b", "a%20b", "a%2Fb", "é", "😀.jpg", "a&b=c?d#e", "it's(!)*~@$,;:", "'\"<>&", "-", "trailing/", "a//b", "\\..\\x", "a\u0001b",
    ];

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task Keys_are_stored_listed_presigned_copied_and_deleted(string key)
    {
        await Put(key, Bytes(10));

        Assert.Equal(Bytes(10), await Read(key));
        var listed = await Client.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = Bucket, Encoding = EncodingType.Url }, Cancellation);
        Assert.Equal(key, Uri.UnescapeDataString(Assert.Single(listed.S3Objects).Key));

        var url = await Client.GetPreSignedURLAsync(
            new GetPreSignedUrlRequest { BucketName = Bucket, Key = key, Protocol = Protocol.HTTP, Expires = DateTime.UtcNow.AddMinutes(1) });
        using (var response = await Exchange(new HttpRequestMessage(HttpMethod.Get, url)))
        {
            Assert.Equal(Bytes(10), await response.Content.ReadAsByteArrayAsync(Cancellation));
        }

        await Client.CopyObjectAsync(
            new CopyObjectRequest { SourceBucket = Bucket, SourceKey = key, DestinationBucket = Bucket, DestinationKey = "copy" },
            Cancellation);
        Assert.Equal(Bytes(10), await Read("copy"));
        await Client.DeleteObjectAsync(Bucket, key, Cancellation);
        Assert.Equal(["copy"], await Keys());
    }

    [Theory]
    [InlineData("..%2f..%2fname", "../../name")]
    [InlineData("%2e%2e%2f%2e%2e%2fname", "../../name")]
    [InlineData("..%5c..%5cname", "..\\..\\name")]
    [InlineData("%2fetc%2fname", "/etc/name")]
    public async Task Keys_cannot_leave_the_data_directory(string encoded, string key)
    {
        var above = Directory.GetParent(Server.DataDirectory)!.FullName;
        Assert.Equal(HttpStatusCode.OK, (await Send(Signed(HttpMethod.Put, $"/{Bucket}/{encoded}", Bytes(10)))).Status);

        using var response = await Exchange(Signed(HttpMethod.Get, $"/{Bucket}/{encoded}"));
        Assert.Equal(Bytes(10), await response.Content.ReadAsByteArrayAsync(Cancellation));
        var listed = await Client.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = Bucket, Encoding = EncodingType.Url }, Cancellation);
        Assert.Equal(key, Uri.UnescapeDataString(Assert.Single(listed.S3Objects).Key));
        Assert.False(File.Exists(Path.Combine(above, "name")));
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Server.DataDirectory, "objects"), "*", SearchOption.AllDirectories),
            path => Assert.Matches("/[0-9a-f]{64}\\.[0-9a-f]{16}$", path));
    }

    [Theory]
    [InlineData("%ff")]
    [InlineData("%")]
    [InlineData("%zz")]
    public async Task Keys_are_UTF8(string encoded)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(Server.Endpoint.Host, Server.Endpoint.Port, Cancellation);
        await socket.GetStream().WriteAsync(
            Utf8($"GET /{Bucket}/{encoded} HTTP/1.1\r\nHost: {Server.Endpoint.Authority}\r\nConnection: close\r\n\r\n"), Cancellation);
        using var reader = new StreamReader(socket.GetStream());

        Assert.StartsWith("HTTP/1.1 400 ", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_have_at_most_1024_bytes() =>
        Assert.Equal("KeyTooLongError", (await Refused(() => Put(new string('k', 1025), Bytes(1)))).ErrorCode);
}
