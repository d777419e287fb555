using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.S3Events;
using Iris.ImageProcessor;
using Iris.Tests.Support.Lambda;
using LocalAws.Lambda.Invocations;

namespace Iris.Tests.Integration.ImageProcessor;

/// <summary>
/// The function as it is deployed: Native AOT bootstraps, which LocalAws.Lambda invokes, on the same lines to S3 and Rekognition.
/// </summary>
internal sealed class Bootstrap : IAsyncDisposable
{
    private const string Function = "ImageProcessor";
    private const int Sandboxes = 3;

    private readonly LocalLambda _lambda = LocalLambda.Start(new Dictionary<string, string> { ["SandboxWaitSeconds"] = "60" });
    private readonly List<IAsyncDisposable> _parts = [];

    private Bootstrap()
    {
    }

    public static async Task<Bootstrap> StartAsync(
        IEnumerable<KeyValuePair<string, string?>> settings, params (string Setting, Line Line, Uri Service)[] lines)
    {
        var bootstrap = new Bootstrap();
        var environment = new Dictionary<string, string?>(settings);

        foreach (var (setting, line, service) in lines)
        {
            var server = await LineServer.StartAsync(line, service);
            bootstrap._parts.Add(server);
            environment[setting] = server.Url;
        }

        var program = await SandboxProcess.BootstrapAsync();
        bootstrap._parts.AddRange(
            Enumerable.Range(0, Sandboxes).Select(_ => SandboxProcess.Start(program, bootstrap._lambda.RuntimeApi(Function), environment)));
        return bootstrap;
    }

    /// <exception cref="FunctionError">The function failed, as AWS would report it.</exception>
    public async Task InvokeAsync(ILambdaContext invocation, S3Event notification)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(notification, S3EventJson.Default.S3Event);
        var result = await _lambda.InvokeAsync(
            Function, invocation.AwsRequestId, invocation.RemainingTime, payload, TestContext.Current.CancellationToken);

        if (result.Outcome is not InvocationOutcome.Success)
        {
            throw new FunctionError(JsonDocument.Parse(result.Payload).RootElement);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in _parts.AsEnumerable().Reverse())
        {
            await part.DisposeAsync();
        }

        await _lambda.DisposeAsync();
    }
}
