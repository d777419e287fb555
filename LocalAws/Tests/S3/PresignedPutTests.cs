using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;
using LocalAws.Shared;

namespace LocalAws.Tests.S3;

/// <summary>
/// The upload URL: length, type, hash, key and "only if it is not there" are signed, so one byte string fits and no other.
/// </summary>
public sealed class PresignedPutTests(LocalS3 server) : S3Test(server)
{
    private const string Key = "uploads/4q3dq1";
    private readonly byte[] _body = Bytes(50_000);

    [Fact]
    public async Task Presigned_puts_take_the_bytes_that_they_were_made_for_once()
    {
        var url = await Presign();

        Assert.Equal(HttpStatusCode.OK, (await Send(Upload(url, _body))).Status);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "PreconditionFailed"), await Send(Upload(url, _body)));
        Assert.Equal(_body, await Read(Key));
        Assert.Equal("image/jpeg", (await Client.GetObjectMetadataAsync(Bucket, Key, Cancellation)).Headers.ContentType);
    }

    public static TheoryData<string, Action<HttpRequestMessage>, string> Changes => new()
    {
        { "a longer body", static request => SetBody(request, Bytes(50_001)), "SignatureDoesNotMatch" },
        { "a shorter body", static request => SetBody(request, Bytes(49_999)), "SignatureDoesNotMatch" },
        { "other bytes of the same length", static request => SetBody(request, Bytes(50_000, seed: 2)), "BadDigest" },
        { "the hash of other bytes", static request => SetHash(request, Bytes(50_000, seed: 2)), "SignatureDoesNotMatch" },
        { "no hash", static request => request.Headers.Remove("x-amz-checksum-sha256"), "SignatureDoesNotMatch" },
        { "another type", static request => request.Content!.Headers.ContentType = new("text/html"), "SignatureDoesNotMatch" },
        { "no type", static request => request.Content!.Headers.ContentType = null, "SignatureDoesNotMatch" },
        { "no condition", static request => request.Headers.Remove("If-None-Match"), "SignatureDoesNotMatch" },
        { "no length", static request => request.Headers.TransferEncodingChunked = true, "SignatureDoesNotMatch" },
        { "another key", static request => SetUrl(request, "uploads/4q3dq1", "uploads/5q3dq1"), "SignatureDoesNotMatch" },
        { "another method", static request => request.Method = HttpMethod.Delete, "SignatureDoesNotMatch" },
        { "a longer life", static request => SetUrl(request, "X-Amz-Expires=30", "X-Amz-Expires=90"), "SignatureDoesNotMatch" },
        { "another signature", static request => SetUrl(request, "X-Amz-Signature=", "X-Amz-Signature=0"), "SignatureDoesNotMatch" },
        { "a sub-resource", static request => SetUrl(request, "?", "?tagging&"), "SignatureDoesNotMatch" },
        { "metadata", static request => request.Headers.Add("x-amz-meta-owner", "me"), "AccessDenied" },
        { "a copy source", static request => request.Headers.Add("x-amz-copy-source", "b/k"), "AccessDenied" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Presigned_puts_take_nothing_else(string what, Action<HttpRequestMessage> change, string code)
    {
        var request = Upload(await Presign(), _body);
        change(request);

        var answer = await Send(request);

        Assert.True(answer.Code == code, $"{what}: {answer}");
        Assert.Empty(await Keys());
    }

    [Theory]
    [InlineData(LocalAccount.AccessKeyId, "another-secret", "SignatureDoesNotMatch")]
    [InlineData("another-key", LocalAccount.SecretAccessKey, "InvalidAccessKeyId")]
    public async Task Presigned_puts_have_to_be_signed_with_our_keys(string accessKeyId, string secretAccessKey, string code)
    {
        using var stranger = Server.CreateClient(accessKeyId, secretAccessKey, static _ => { });

        Assert.Equal((HttpStatusCode.Forbidden, code), await Send(Upload(await Presign(stranger, DateTime.UtcNow.AddMinutes(5)), _body)));
    }

    [Fact]
    public async Task Presigned_puts_expire()
    {
        var url = await Presign(Client, DateTime.UtcNow.AddSeconds(1));
        (HttpStatusCode Status, string? Code) answer;
        do
        {
            // Another length than the signed one: refused for that until the second is over, and stored never.
            answer = await Send(Upload(url, Bytes(1)));
        }
        while (answer.Code == "SignatureDoesNotMatch");

        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), answer);
    }

    private Task<string> Presign() => Presign(Client, DateTime.UtcNow.AddMinutes(5));

    private Task<string> Presign(AmazonS3Client client, DateTime expires)
    {
        var request = new GetPreSignedUrlRequest
        {
            BucketName = Bucket,
            Key = Key,
            Verb = HttpVerb.PUT,
            Protocol = Protocol.HTTP,
            Expires = expires,
        };
        request.Headers.ContentLength = _body.Length;
        request.Headers.ContentType = "image/jpeg";
        request.Headers["If-None-Match"] = "*";
        request.Headers["x-amz-checksum-sha256"] = Convert.ToBase64String(SHA256.HashData(_body));
        return client.GetPreSignedURLAsync(request);
    }

    private HttpRequestMessage Upload(string url, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, url);
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        SetHash(request, _body);
        SetBody(request, body);
        return request;
    }

    private static void SetBody(HttpRequestMessage request, byte[] body) =>
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };

    private static void SetHash(HttpRequestMessage request, byte[] body)
    {
        request.Headers.Remove("x-amz-checksum-sha256");
        request.Headers.Add("x-amz-checksum-sha256", Convert.ToBase64String(SHA256.HashData(body)));
    }

    private static void SetUrl(HttpRequestMessage request, string part, string changed) =>
        request.RequestUri = new Uri(request.RequestUri!.AbsoluteUri.Replace(part, changed, StringComparison.Ordinal));
}
