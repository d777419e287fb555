using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Tests.Support;
using LocalAws.Shared;

namespace Iris.Benchmarks;

/// <summary>LocalAws.S3 under 200 puts of 1 MB at once, by presigned URL and by the SDK, with what its process holds at most.</summary>
internal static class ObjectStore
{
    private const int Concurrency = 200, Puts = 1000, Size = 1024 * 1024;

    private const string Bucket = "bench";

    public static Command Command
    {
        get
        {
            var command = new Command("s3", "LocalAws.S3: throughput and peak memory at 200 concurrent puts of 1 MB.");
            command.SetAction(async (_, cancellationToken) => await RunAsync(cancellationToken));
            return command;
        }
    }

    private static async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("iris-bench-s3-");
        var url = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");

        try
        {
            await using var server = ServerProcess.Start(Repository.Root, "dotnet", [ServerProcess.AssemblyOf("LocalAws.S3")], new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = url.ToString(),
                ["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKeyId,
                ["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretAccessKey,
                ["S3__DataDirectory"] = folder.FullName,
                ["Logging__LogLevel__Default"] = "Warning",
            });
            await server.AnswersAsync(new Uri(url, "/_local/health"), cancellationToken);
            await MeasureAsync(server, url, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(ServerProcess server, Uri url, CancellationToken cancellationToken)
    {
        using var s3 = new AmazonS3Client(
            new BasicAWSCredentials(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey),
            new AmazonS3Config { ServiceURL = url.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1", UseHttp = true });
        using var http = new HttpClient();
        await s3.PutBucketAsync(Bucket, cancellationToken);
        var body = new byte[Size];
        Random.Shared.NextBytes(body);

        async Task Presigned(string key)
        {
            var put = await s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
            {
                BucketName = Bucket,
                Key = key,
                Verb = HttpVerb.PUT,
                Protocol = Protocol.HTTP,
                Expires = DateTime.UtcNow.AddMinutes(5),
            });
            using var response = await http.PutAsync(put, new ByteArrayContent(body), cancellationToken);
            response.EnsureSuccessStatusCode();
        }

        async Task Sdk(string key)
        {
            using var stream = new MemoryStream(body);
            await s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, InputStream = stream }, cancellationToken);
        }

        var presigned = await ThroughputAsync("presigned", Presigned, cancellationToken);
        var sdk = await ThroughputAsync("sdk", Sdk, cancellationToken);
        new Report(
            $"LocalAws.S3, {Puts} puts of 1 MB, {Concurrency} at once; client on the same cores", "", "MB/s", "peak RSS of the server")
            .Row("presigned PUT", Rate(presigned), "")
            .Row("SDK PutObject (chunked, CRC32 trailer)", Rate(sdk), $"{server.PeakResidentBytes() / 1024 / 1024} MB")
            .Print();
    }

    private static async Task<double> ThroughputAsync(string prefix, Func<string, Task> put, CancellationToken cancellationToken)
    {
        await put($"{prefix}/warm");
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, Puts, new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken },
            async (n, _) => await put($"{prefix}/{n}"));
        return Puts / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static string Rate(double megabytesPerSecond) => megabytesPerSecond.ToString("0", CultureInfo.InvariantCulture);
}
