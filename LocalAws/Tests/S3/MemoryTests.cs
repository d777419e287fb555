using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;
using LocalAws.Shared;

namespace LocalAws.Tests.S3;

public sealed class MemoryTests : IDisposable
{
    private const string Bucket = "iris-images";
    private const long Limit = 150 * 1024 * 1024;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("iris-s3-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Delete(recursive: true);

    [Theory]
    [InlineData(200, 1)]
    [InlineData(4, 64)]
    public async Task Memory_is_bounded_whatever_comes_at_once(int puts, int mebibytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The peak is read from /proc.");
        await using var process = await S3Process.StartAsync(_data.FullName, lambdaEndpoint: null, Cancellation);
        using var client = new AmazonS3Client(
            new BasicAWSCredentials(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey),
            new AmazonS3Config { ServiceURL = process.Endpoint.AbsoluteUri, ForcePathStyle = true, UseHttp = true, AuthenticationRegion = "us-east-1" });
        await client.PutBucketAsync(Bucket, Cancellation);
        var body = new byte[mebibytes * 1024 * 1024];
        using var http = new HttpClient();

        var statuses = await Task.WhenAll(Enumerable.Range(0, puts).Select(async number =>
        {
            var url = await client.GetPreSignedURLAsync(new GetPreSignedUrlRequest
            {
                BucketName = Bucket,
                Key = $"{number}",
                Verb = HttpVerb.PUT,
                Protocol = Protocol.HTTP,
                Expires = DateTime.UtcNow.AddMinutes(5),
            });
            using var response = await http.PutAsync(url, new ByteArrayContent(body), Cancellation);
            return response.StatusCode;
        }));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.InRange(process.PeakWorkingSet, 0, Limit);
    }
}
