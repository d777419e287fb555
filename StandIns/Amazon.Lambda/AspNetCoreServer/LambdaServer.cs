using Amazon.Lambda.RuntimeSupport;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>The server of an application in Lambda: not a listener, but the loop that asks the Runtime API for requests.</summary>
internal sealed partial class LambdaServer(
    LambdaEnvironment environment, IHostApplicationLifetime lifetime, ILogger<LambdaServer> logger) : IServer
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly RuntimeApiClient _client = new(environment.RequireRuntimeApi());
    private Task _running = Task.CompletedTask;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        var handler = new HttpApiHandler<TContext>(application, HttpApiJson.Serializer, logger);
        _running = Task.Run(() => RunAsync(new InvocationLoop(_client, environment, handler.HandleAsync)), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _client.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync(InvocationLoop loop)
    {
        InitializationError.InitializationIsOver();
        try
        {
            await loop.RunAsync(_stopping.Token);
        }
        catch (Exception e)
        {
            LogRuntimeApiLost(logger, e);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(1, LogLevel.Critical, "The Lambda Runtime API is lost; the function stops.")]
    private static partial void LogRuntimeApiLost(ILogger logger, Exception exception);
}
