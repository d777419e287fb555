using System.Diagnostics;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using LocalAws.Shared;
using Xunit;

namespace Iris.Tests.Support;

/// <summary>
/// dynalite in a process of its own, on a free port, in memory. One serves all tests of an assembly; each makes a table of its own.
/// </summary>
public sealed class Dynalite : IAsyncLifetime
{
    private Process? _process;

    /// <summary>What goes into <c>AWS_ENDPOINT_URL_DYNAMODB</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>Keys that dynalite, which checks no signature, takes like any others.</summary>
    public static AWSCredentials Credentials { get; } = new BasicAWSCredentials(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey);

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _process = Process.Start(new ProcessStartInfo("node", [Repository.PathOf("Tests", "Support", "LocalStack", "dynalite.cjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var port = await _process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("dynalite did not start; its error is above.");
        Endpoint = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", int.Parse(port, CultureInfo.InvariantCulture)).Uri;
    }

    /// <summary>A client whose requests pass the handler, if there is one, on their way.</summary>
    public AmazonDynamoDBClient CreateClient(HttpMessageHandler? handler = null) => new(
        Credentials,
        new AmazonDynamoDBConfig
        {
            ServiceURL = Endpoint.ToString(),
            AuthenticationRegion = LocalAccount.Region,
            HttpClientFactory = handler is null ? null : new SingleHandlerFactory(handler),
            // A test that makes a request fail means it to fail.
            MaxErrorRetry = handler is null ? 2 : 0,
        });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
