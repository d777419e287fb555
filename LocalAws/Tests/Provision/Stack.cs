using Amazon.DynamoDBv2;
using Amazon.S3;
using Iris.Tests.Support;
using Iris.Tests.Support.S3;
using LocalAws.Provision;
using Microsoft.Extensions.Logging;

namespace LocalAws.Tests.Provision;

/// <summary>A local S3, which ends with it, and a DynamoDB shared with other tests, where it has names of its own.</summary>
internal sealed class Stack(LocalS3 s3, Dynalite dynalite) : IAsyncDisposable
{
    public IAmazonS3 S3 { get; } = s3.CreateClient();

    public IAmazonDynamoDB DynamoDb { get; } = dynalite.CreateClient();

    public Uri S3Endpoint => s3.Endpoint;

    public Uri DynamoDbEndpoint => dynalite.Endpoint;

    public RecordedLog Log { get; } = new();

    public ProvisionOptions Options { get; } = new()
    {
        TemplatePath = Repository.PathOf("cloudformation", "app.yaml"),
        BucketName = $"bucket-{Guid.NewGuid():N}",
        TableName = $"table-{Guid.NewGuid():N}",
        Timeout = TimeSpan.FromSeconds(10),
    };

    public static async Task<Stack> StartAsync(Dynalite dynalite) => new(await LocalS3.StartAsync(), dynalite);

    public Task ProvisionAsync() => ProvisionAsync(Options);

    public Task ProvisionAsync(ProvisionOptions options)
    {
        Log.Lines.Clear();
        return Provisioner.RunAsync(options, S3, DynamoDb, Log, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        S3.Dispose();
        DynamoDb.Dispose();
        await s3.DisposeAsync();
    }
}

/// <summary>Keeps what was logged.</summary>
internal sealed class RecordedLog : ILogger
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add(formatter(state, exception));
}
