using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// A function's process: its init phase, then one invocation after the other until it is told to stop.
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html"/>.
/// </summary>
public class LambdaBootstrap : IDisposable
{
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly RuntimeApiClient _client;
    private readonly InvocationLoop _loop;

    internal LambdaBootstrap(InvocationHandler handler, LambdaBootstrapOptions options, LambdaBootstrapInitializer? initializer)
    {
        var environment = LambdaEnvironment.From(Environment.GetEnvironmentVariable);
        _initializer = initializer;
        _client = new RuntimeApiClient(options.RuntimeApiEndpoint ?? environment.RequireRuntimeApi());
        _loop = new InvocationLoop(_client, environment, handler);
    }

    /// <summary>
    /// Runs until <paramref name="cancellationToken"/>. The invocation under way is finished and answered first.
    /// </summary>
    /// <param name="cancellationToken">Stops the loop.</param>
    /// <exception cref="InvalidOperationException">The initializer answered false.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await InitializeAsync(cancellationToken);
        await _loop.RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task InitializeAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_initializer is not null && !await _initializer())
            {
                throw new InvalidOperationException("The function's initializer answered that it cannot start.");
            }
        }
        catch (Exception e)
        {
            await _client.FailInitializationAsync(e, cancellationToken);
            throw;
        }
    }
}
