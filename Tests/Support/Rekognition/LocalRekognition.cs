using Amazon.Rekognition;
using Amazon.Runtime;
using LocalAws.Rekognition;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace Iris.Tests.Support;

/// <summary>LocalAws.Rekognition within the test process, on a free port.</summary>
public sealed class LocalRekognition : IAsyncLifetime
{
    /// <summary>The key pair that signatures are checked against.</summary>
    public const string AccessKeyId = "local", SecretAccessKey = "localsecret";

    /// <summary>The region of the signatures.</summary>
    public const string Region = "us-east-1";

    private Service _service = null!;

    /// <summary>Configuration beside the keys, like <c>["Rekognition:TransactionsPerSecond"] = "1"</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>What goes into <c>AWS_ENDPOINT_URL_REKOGNITION</c>.</summary>
    public Uri Endpoint => _service.ClientOptions.BaseAddress;

    /// <summary>A client of the AWS SDK.</summary>
    public AmazonRekognitionClient CreateClient(Action<AmazonRekognitionConfig>? configure = null) =>
        CreateClient(AccessKeyId, SecretAccessKey, configure);

    /// <summary>A client that signs with a key pair of its own.</summary>
    public AmazonRekognitionClient CreateClient(string accessKeyId, string secretAccessKey, Action<AmazonRekognitionConfig>? configure = null)
    {
        var config = new AmazonRekognitionConfig { ServiceURL = Endpoint.ToString(), AuthenticationRegion = Region, MaxErrorRetry = 0 };
        configure?.Invoke(config);
        return new(new BasicAWSCredentials(accessKeyId, secretAccessKey), config);
    }

    /// <summary>A bare HTTP client, for what the SDK does not let one do.</summary>
    public HttpClient CreateHttpClient() => new() { BaseAddress = Endpoint };

    /// <inheritdoc />
    public ValueTask InitializeAsync()
    {
        _service = new(Settings);
        _service.UseKestrel(port: 0);
        _service.StartServer();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private sealed class Service(IEnumerable<KeyValuePair<string, string>> settings) : WebApplicationFactory<RekognitionOptions>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("AWS_ACCESS_KEY_ID", AccessKeyId).UseSetting("AWS_SECRET_ACCESS_KEY", SecretAccessKey).UseSetting("AWS_REGION", Region);

            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }
        }
    }
}
