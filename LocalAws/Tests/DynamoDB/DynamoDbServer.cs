using System.Diagnostics;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Iris.Tests.Support;
using LocalAws.Shared;

namespace LocalAws.Tests.DynamoDB;

/// <summary>LocalAws/DynamoDB/server.js in a process of its own.</summary>
internal sealed partial class DynamoDbServer : IDisposable
{
    private readonly Process _process;

    private DynamoDbServer(Process process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    public Uri Endpoint { get; }

    public static async Task<DynamoDbServer> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var process = Launch("--port", "0", "--path", folder);
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? await process.StandardError.ReadToEndAsync(cancellationToken);
        return new(process, new Uri(Url().Match(line).Value));
    }

    /// <summary>Runs it where it cannot start, and gives its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Error)> FailAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Launch(arguments);
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, error);
    }

    public AmazonDynamoDBClient CreateClient() => CreateClient(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey);

    public AmazonDynamoDBClient CreateClient(string accessKeyId, string secretAccessKey) => new(
        new BasicAWSCredentials(accessKeyId, secretAccessKey),
        new AmazonDynamoDBConfig { ServiceURL = Endpoint.ToString(), AuthenticationRegion = LocalAccount.Region });

    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static Process Launch(params string[] arguments) => Process.Start(
        new ProcessStartInfo("node", [Repository.PathOf("LocalAws", "DynamoDB", "server.js"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Url();
}
