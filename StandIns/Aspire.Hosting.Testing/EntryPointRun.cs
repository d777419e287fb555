using System.Reflection;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>One run of an entry point: it stands still where it builds the application, and again where it runs it, until the test goes on.</summary>
internal sealed class EntryPointRun(Assembly assembly, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
    : DistributedApplicationInterceptor
{
    private static readonly TimeSpan s_endTimeout = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource<IDistributedApplicationBuilder> _described = NewSource<IDistributedApplicationBuilder>();
    private readonly TaskCompletionSource<bool> _build = NewSource<bool>();
    private readonly TaskCompletionSource<DistributedApplication> _built = NewSource<DistributedApplication>();
    private readonly TaskCompletionSource<bool> _done = NewSource<bool>();
    private Task _entryPoint = Task.CompletedTask;

    public async Task<IDistributedApplicationTestingBuilder> StartAsync(CancellationToken cancellationToken)
    {
        _entryPoint = Task.Factory.StartNew(RunEntryPoint, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return new TestingBuilder(await _described.Task.WaitAsync(cancellationToken), this);
    }

    /// <summary>Lets a test be its own entry point.</summary>
    public IDistributedApplicationTestingBuilder Describe(Func<DistributedApplicationOptions, IDistributedApplicationBuilder> create)
    {
        Current = this;
        try
        {
            // No entry point stands still: the test builds directly.
            _build.SetResult(true);
            return new TestingBuilder(create(new DistributedApplicationOptions { Args = args }), this);
        }
        finally
        {
            Current = null;
        }
    }

    public async Task<DistributedApplication> BuildAsync(IDistributedApplicationBuilder builder, CancellationToken cancellationToken)
    {
        if (!_build.TrySetResult(true))
        {
            return builder.Build();
        }

        return await _built.Task.WaitAsync(cancellationToken);
    }

    public override void Constructing(DistributedApplicationOptions options, HostApplicationBuilderSettings settings)
    {
        options.AssemblyName = assembly.GetName().Name;
        options.DisableDashboard = true;
        settings.EnvironmentName = Environments.Development;
        configure(options, settings);
    }

    public override void Constructed(ConfigurationManager configuration)
    {
        configuration[EndpointAllocation.RandomizePorts] = "true";
        configuration["Logging:LogLevel:Default"] ??= "Warning";
    }

    public override void Building(IDistributedApplicationBuilder builder)
    {
        _described.TrySetResult(builder);
        if (!_build.Task.GetAwaiter().GetResult())
        {
            throw new OperationCanceledException("The test has disposed of the builder.");
        }
    }

    public override void Built(DistributedApplication application) => _built.SetResult(application);

    public override Task RunAsync(CancellationToken cancellationToken) => _done.Task.WaitAsync(cancellationToken);

    public override Task DisposedAsync()
    {
        _build.TrySetResult(false);
        _done.TrySetResult(true);
        return _entryPoint.WaitAsync(s_endTimeout);
    }

    private void RunEntryPoint()
    {
        Current = this;
        try
        {
            var entryPoint = assembly.EntryPoint ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no entry point.");
            var exitCode = entryPoint.Invoke(obj: null, BindingFlags.DoNotWrapExceptions, binder: null, [args], culture: null);
            _described.TrySetException(new InvalidOperationException($"{assembly.GetName().Name} ended with exit code {exitCode ?? 0} before it built an application."));
        }
        catch (OperationCanceledException) when (_build.Task is { IsCompletedSuccessfully: true, Result: false })
        {
            // The test never built the application.
        }
        catch (Exception exception)
        {
            _described.TrySetException(exception);
            _built.TrySetException(exception);
        }
    }

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
