namespace Amazon.Lambda.RuntimeSupport;

/// <summary>How the loop runs.</summary>
public sealed class LambdaBootstrapOptions
{
    /// <summary>Host, port and optional path of the Runtime API; by default the environment variable AWS_LAMBDA_RUNTIME_API.</summary>
    public string? RuntimeApiEndpoint { get; set; }

    /// <summary>
    /// Awaited when the answer has been sent and before the next invocation is asked for. Lambda may freeze the process
    /// once it asks, so this is where telemetry is flushed. The token is cancelled at the invocation's deadline.
    /// </summary>
    public Func<CancellationToken, ValueTask>? BeforeFreeze { get; set; }
}
