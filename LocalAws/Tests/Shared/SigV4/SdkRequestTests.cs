using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LocalAws.Shared;
using LocalAws.Shared.SigV4;

namespace LocalAws.Tests.Shared.SigV4;

public sealed class SdkRequestTests
{
    private static readonly BasicAWSCredentials s_credentials = new(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey);

    [Theory]
    [InlineData("uploads/4q3dq1")]
    [InlineData("é x+y&z=%2F..//%/'()*!~.jpg")]
    public async Task A_presigned_put_holds_with_the_headers_it_was_signed_with(string key)
    {
        using var client = new AmazonS3Client(
            s_credentials, new AmazonS3Config { ServiceURL = "http://127.0.0.1:9000", ForcePathStyle = true });
        var presign = new GetPreSignedUrlRequest
        {
            BucketName = "iris-images",
            Key = key,
            Verb = HttpVerb.PUT,
            Protocol = Protocol.HTTP,
            Expires = DateTime.UtcNow.AddMinutes(5),
        };
        presign.Headers.ContentLength = 3;
        presign.Headers.ContentType = "image/jpeg";
        presign.Headers["If-None-Match"] = "*";

        var target = new Uri(await client.GetPreSignedURLAsync(presign)).PathAndQuery;

        Assert.IsType<SigV4Verified>(Verify(target, contentLength: "3"));
        Assert.IsType<SigV4Refusal>(Verify(target, contentLength: "4"));

        static SigV4Result Verify(string target, string contentLength) => VerifierOf("s3").Verify(Requests.Receive(
            "PUT", target, ("host", "127.0.0.1:9000"), ("content-length", contentLength), ("content-type", "image/jpeg"), ("if-none-match", "*")));
    }

    [Fact]
    public async Task A_JSON_request_holds_with_the_hash_of_its_body()
    {
        var wire = new Wire();
        using var client = new AmazonDynamoDBClient(
            s_credentials, new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:8000", MaxErrorRetry = 0, HttpClientFactory = wire });

        await Assert.ThrowsAnyAsync<Exception>(() => client.DescribeTableAsync("iris", TestContext.Current.CancellationToken));

        Assert.NotNull(wire.Sent);
        Assert.IsType<SigV4Verified>(VerifierOf("dynamodb").Verify(wire.Sent, PayloadHash.Of(wire.Body)));
        Assert.IsType<SigV4Refusal>(VerifierOf("dynamodb").Verify(wire.Sent, PayloadHash.Of("{}"u8)));
    }

    private static SigV4Verifier VerifierOf(string service) =>
        new(service, Requests.Keys(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey), TimeProvider.System);

    /// <summary>Keeps what the SDK sends, and answers nothing that it could use.</summary>
    private sealed class Wire : HttpClientFactory
    {
        public Microsoft.AspNetCore.Http.HttpRequest? Sent { get; private set; }

        public byte[] Body { get; private set; } = [];

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

        private sealed class Handler(Wire wire) : HttpMessageHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                wire.Body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
                wire.Sent = Requests.Receive(request);
                return new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest) { Content = new StringContent("{}") };
            }
        }
    }
}
