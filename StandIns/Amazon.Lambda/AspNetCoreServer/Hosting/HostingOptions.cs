using Amazon.Lambda.Core;

namespace Amazon.Lambda.AspNetCoreServer.Hosting;

/// <summary>How an ASP.NET Core application runs in Lambda.</summary>
public sealed class HostingOptions
{
    /// <summary>
    /// Reads API Gateway's requests and writes the application's responses. The default is source-generated for exactly these two types.
    /// </summary>
    public ILambdaSerializer? Serializer { get; set; }

    /// <summary>
    /// Awaited when the response has been sent and before the next request is asked for. Lambda may freeze the process
    /// once it asks, so this is where telemetry is flushed. The token is cancelled at the invocation's deadline.
    /// </summary>
    public Func<IServiceProvider, CancellationToken, ValueTask>? BeforeFreeze { get; set; }
}
