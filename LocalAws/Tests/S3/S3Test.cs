using System.Net;
using System.Text;
using System.Xml.Linq;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;
using LocalAws.Shared;
using LocalAws.Shared.SigV4;
using Microsoft.Extensions.Options;

namespace LocalAws.Tests.S3;

/// <summary>A server for the class, a bucket for the test.</summary>
public abstract class S3Test(LocalS3 server) : IClassFixture<LocalS3>, IAsyncLifetime
{
    private static readonly HttpClient s_http = new();

    protected LocalS3 Server { get; } = server;

    protected AmazonS3Client Client { get; } = server.CreateClient();

    protected string Bucket { get; } = "test-" + Guid.NewGuid().ToString("n");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Client.PutBucketAsync(Bucket, Cancellation);

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The same bytes for the same seed.</summary>
    protected static byte[] Bytes(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    protected async Task<PutObjectResponse> Put(string key, byte[] body) => await Put(key, body, static _ => { });

    protected async Task<PutObjectResponse> Put(string key, byte[] body, Action<PutObjectRequest> configure)
    {
        var request = new PutObjectRequest
        {
            BucketName = Bucket,
            Key = key,
            InputStream = new MemoryStream(body),
            ContentType = "image/jpeg",
        };
        configure(request);
        return await Client.PutObjectAsync(request, Cancellation);
    }

    protected async Task<byte[]> Read(string key)
    {
        using var response = await Client.GetObjectAsync(Bucket, key, Cancellation);
        return await ReadAll(response);
    }

    protected static async Task<byte[]> ReadAll(GetObjectResponse response)
    {
        using var body = new MemoryStream();
        await response.ResponseStream.CopyToAsync(body, Cancellation);
        return body.ToArray();
    }

    protected async Task<string[]> Keys() =>
        [
            .. ((await Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, Cancellation)).S3Objects ?? [])
                .Select(stored => stored.Key),
        ];

    protected static async Task<AmazonS3Exception> Refused(Func<Task> call) => await Assert.ThrowsAnyAsync<AmazonS3Exception>(call);

    protected static async Task<(HttpStatusCode Status, string? Code)> Send(HttpRequestMessage request)
    {
        using var response = await s_http.SendAsync(request, Cancellation);
        return (response.StatusCode, ErrorCode(await response.Content.ReadAsStringAsync(Cancellation)));
    }

    protected static Task<HttpResponseMessage> Exchange(HttpRequestMessage request) => s_http.SendAsync(request, Cancellation);

    /// <summary>A request signed by hand, for what the SDK would not send.</summary>
    protected HttpRequestMessage Signed(HttpMethod method, string target, byte[]? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, Server.Endpoint.AbsoluteUri.TrimEnd('/') + target);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var keys = new AwsKeyPair { AccessKeyId = LocalAccount.AccessKeyId, SecretAccessKey = LocalAccount.SecretAccessKey };
        new SigV4Signer(Options.Create(keys), TimeProvider.System).Sign(request, "s3", PayloadHash.Of(body ?? []));
        return request;
    }

    protected static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string? ErrorCode(string body) =>
        body.StartsWith("<?xml", StringComparison.Ordinal) ? XElement.Parse(body).Element("Code")?.Value : null;
}
