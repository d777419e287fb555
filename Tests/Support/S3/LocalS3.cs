using Amazon.Runtime;
using Amazon.S3;
using LocalAws.S3;
using LocalAws.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Iris.Tests.Support.S3;

/// <summary>
/// The local S3, in this process, on a free port, over a directory that goes with it. As a fixture, or in a test:
/// <code>await using var s3 = await LocalS3.StartAsync();</code>
/// </summary>
public sealed class LocalS3 : IAsyncLifetime
{
    private WebApplication? _app;

    /// <summary>Where events are delivered; without it they wait.</summary>
    public Uri? LambdaEndpoint { get; init; }

    /// <summary>What is stored, also while stopped.</summary>
    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("iris-s3-").FullName;

    /// <summary>For example <c>http://127.0.0.1:41277</c>; another port after each start.</summary>
    public Uri Endpoint => new(_app?.Urls.Single() ?? throw new InvalidOperationException("The local S3 is not running."));

    /// <summary>Starts one that delivers no events.</summary>
    public static Task<LocalS3> StartAsync() => StartAsync(lambdaEndpoint: null);

    /// <summary>Starts one that delivers events to a Lambda.</summary>
    public static async Task<LocalS3> StartAsync(Uri? lambdaEndpoint)
    {
        var s3 = new LocalS3 { LambdaEndpoint = lambdaEndpoint };
        await s3.InitializeAsync();
        return s3;
    }

    /// <summary>Starts, or starts again over the same data.</summary>
    public async ValueTask InitializeAsync()
    {
        _app = S3Server.Create(
        [
            "--urls=http://127.0.0.1:0",
            $"--S3:DataDirectory={DataDirectory}",
            $"--AWS_ACCESS_KEY_ID={LocalAccount.AccessKeyId}",
            $"--AWS_SECRET_ACCESS_KEY={LocalAccount.SecretAccessKey}",
            $"--AWS_REGION={LocalAccount.Region}",
            $"--AWS_ENDPOINT_URL_LAMBDA={LambdaEndpoint}",
            $"--Logging:LogLevel:Default={LogLevel.Error}",
        ]);
        await _app.StartAsync();
    }

    /// <summary>Stops and keeps the data.</summary>
    public async Task StopAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }

    /// <summary>A client as an application has it, but one that does not try again: a test wants to see the first answer.</summary>
    public AmazonS3Client CreateClient() => CreateClient(static _ => { });

    /// <summary>The same, with settings changed.</summary>
    public AmazonS3Client CreateClient(Action<AmazonS3Config> configure) =>
        CreateClient(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey, configure);

    /// <summary>The same, with other keys.</summary>
    public AmazonS3Client CreateClient(string accessKeyId, string secretAccessKey, Action<AmazonS3Config> configure)
    {
        var config = new AmazonS3Config
        {
            ServiceURL = Endpoint.AbsoluteUri,
            ForcePathStyle = true,
            UseHttp = true,
            AuthenticationRegion = LocalAccount.Region,
            MaxErrorRetry = 0,
        };
        configure(config);
        return new AmazonS3Client(new BasicAWSCredentials(accessKeyId, secretAccessKey), config);
    }

    /// <summary>Stops and removes the data.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(DataDirectory, recursive: true);
    }
}
