using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;
using LocalAws.Shared;

namespace LocalAws.Tests.S3;

public sealed class DurabilityTests : IDisposable
{
    private const string Bucket = "iris-images";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("iris-s3-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_restart_keeps_objects_metadata_and_rules()
    {
        await using var s3 = await LocalS3.StartAsync();
        using (var client = s3.CreateClient())
        {
            await client.PutBucketAsync(Bucket, Cancellation);
            await client.PutCORSConfigurationAsync(new PutCORSConfigurationRequest
            {
                BucketName = Bucket,
                Configuration = new CORSConfiguration
                {
                    Rules = [new CORSRule { AllowedOrigins = ["http://localhost"], AllowedMethods = ["PUT"] }],
                },
            }, Cancellation);
            var put = new PutObjectRequest { BucketName = Bucket, Key = "é", ContentBody = "abc" };
            put.Metadata.Add("owner", "u-9");
            await client.PutObjectAsync(put, Cancellation);
        }

        await s3.StopAsync();
        await s3.InitializeAsync();

        using var again = s3.CreateClient();
        var head = await again.GetObjectMetadataAsync(Bucket, "é", Cancellation);
        Assert.Equal(("u-9", 3L), (head.Metadata["owner"], head.ContentLength));
        Assert.Equal("abc", await Text(again, "é"));
        Assert.Single((await again.GetCORSConfigurationAsync(Bucket, Cancellation)).Configuration.Rules);
    }

    // Twenty writers, a kill at any moment, again and again: what was acknowledged is there, whole, and its event comes.
    [Fact]
    public async Task A_kill_loses_nothing_that_was_acknowledged()
    {
        await using var lambda = await FakeLambda.StartAsync();
        var acknowledged = new ConcurrentDictionary<string, byte>();
        for (var round = 0; round < 4; round++)
        {
            await using var process = await S3Process.StartAsync(_data.FullName, lambda.Endpoint, Cancellation);
            using var client = ClientOf(process);
            await Subscribe(client);
            var enough = new TaskCompletionSource();
            var writers = Enumerable.Range(0, 20).Select(writer => Write(client, $"uploads/{round}-{writer}", acknowledged, enough))
                .ToArray();
            await enough.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            await process.KillAsync();
            await Task.WhenAll(writers);
        }

        await using var last = await S3Process.StartAsync(_data.FullName, lambda.Endpoint, Cancellation);
        using var reader = ClientOf(last);
        foreach (var key in acknowledged.Keys)
        {
            Assert.Equal(Body(key), await Text(reader, key));
        }

        await lambda.Until(acknowledged.Keys);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_data.FullName, "staging")));
    }

    [Fact]
    public async Task A_second_process_stays_out_of_the_data()
    {
        await using var process = await S3Process.StartAsync(_data.FullName, lambdaEndpoint: null, Cancellation);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => S3Process.StartAsync(_data.FullName, lambdaEndpoint: null, Cancellation));

        Assert.Contains("is in use by another process", refused.Message, StringComparison.Ordinal);
    }

    private static async Task Write(
        AmazonS3Client client, string prefix, ConcurrentDictionary<string, byte> acknowledged, TaskCompletionSource enough)
    {
        var before = acknowledged.Count;
        try
        {
            for (var number = 0; ; number++)
            {
                var key = $"{prefix}-{number}";
                await client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = Body(key) }, Cancellation);
                acknowledged[key] = 1;
                if (acknowledged.Count > before + 100)
                {
                    enough.TrySetResult();
                }
            }
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException or IOException or SocketException)
        {
            // The server is dead.
        }
    }

    private static async Task Subscribe(AmazonS3Client client)
    {
        await client.PutBucketAsync(Bucket, Cancellation);
        await client.PutBucketNotificationAsync(new PutBucketNotificationRequest
        {
            BucketName = Bucket,
            LambdaFunctionConfigurations =
            [
                new LambdaFunctionConfiguration
                {
                    FunctionArn = "arn:aws:lambda:us-east-1:000000000000:function:ImageProcessor",
                    Events = [EventType.ObjectCreatedAll],
                },
            ],
        }, Cancellation);
    }

    private static AmazonS3Client ClientOf(S3Process process) => new(
        new BasicAWSCredentials(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey),
        new AmazonS3Config
        {
            ServiceURL = process.Endpoint.AbsoluteUri,
            ForcePathStyle = true,
            UseHttp = true,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        });

    private static string Body(string key) => Convert.ToHexString(SHA512.HashData(Encoding.UTF8.GetBytes(key)));

    private static async Task<string> Text(AmazonS3Client client, string key)
    {
        using var response = await client.GetObjectAsync(Bucket, key, Cancellation);
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
