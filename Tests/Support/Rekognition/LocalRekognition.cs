using Amazon.Rekognition;
using Amazon.Runtime;
using LocalAws.Rekognition;
using LocalAws.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Iris.Tests.Support;

/// <summary>
/// LocalAws.Rekognition, in this process, on a free port. As a fixture, or in a test:
/// <code>await using var rekognition = await LocalRekognition.StartAsync("--Rekognition:TransactionsPerSecond=1");</code>
/// </summary>
public sealed class LocalRekognition : IAsyncLifetime
{
    private WebApplication? _app;

    /// <summary>What goes into <c>AWS_ENDPOINT_URL_REKOGNITION</c>.</summary>
    public Uri Endpoint => new(_app?.Urls.Single() ?? throw new InvalidOperationException("The local Rekognition is not running."));

    /// <summary>Starts one with settings of its own.</summary>
    public static async Task<LocalRekognition> StartAsync(params IEnumerable<string> settings)
    {
        var rekognition = new LocalRekognition();
        await rekognition.InitializeAsync(settings);
        return rekognition;
    }

    /// <inheritdoc />
    public ValueTask InitializeAsync() => InitializeAsync([]);

    /// <summary>A client as an application has it, but one that does not try again: a test wants to see the first answer.</summary>
    public AmazonRekognitionClient CreateClient(Action<AmazonRekognitionConfig>? configure = null) =>
        CreateClient(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey, configure);

    /// <summary>The same, with other keys.</summary>
    public AmazonRekognitionClient CreateClient(
        string accessKeyId, string secretAccessKey, Action<AmazonRekognitionConfig>? configure = null)
    {
        var config = new AmazonRekognitionConfig
        {
            ServiceURL = Endpoint.ToString(),
            AuthenticationRegion = LocalAccount.Region,
            MaxErrorRetry = 0,
        };
        configure?.Invoke(config);
        return new(new BasicAWSCredentials(accessKeyId, secretAccessKey), config);
    }

    /// <summary>A bare HTTP client, for what the SDK does not let one do.</summary>
    public HttpClient CreateHttpClient() => new() { BaseAddress = Endpoint };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
    }

    private async ValueTask InitializeAsync(IEnumerable<string> settings)
    {
        _app = RekognitionServer.Create(
        [
            "--urls=http://127.0.0.1:0",
            $"--AWS_ACCESS_KEY_ID={LocalAccount.AccessKeyId}",
            $"--AWS_SECRET_ACCESS_KEY={LocalAccount.SecretAccessKey}",
            $"--AWS_REGION={LocalAccount.Region}",
            $"--Logging:LogLevel:Default={LogLevel.Error}",
            .. settings,
        ]);
        await _app.StartAsync();
    }
}
