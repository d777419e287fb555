using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Lets a test run an AppHost's entry point and take hold of what it describes.</summary>
internal abstract class DistributedApplicationInterceptor
{
    private static readonly AsyncLocal<DistributedApplicationInterceptor?> s_current = new();

    /// <summary>The interceptor of whoever called the entry point.</summary>
    public static DistributedApplicationInterceptor? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    public abstract void Constructing(DistributedApplicationOptions options, HostApplicationBuilderSettings settings);

    public abstract void Constructed(ConfigurationManager configuration);

    /// <summary>Returns when the test has had its say.</summary>
    public abstract void Building(IDistributedApplicationBuilder builder);

    public abstract void Built(DistributedApplication application);

    /// <summary>Stands in for the run: the test starts and stops the application.</summary>
    public abstract Task RunAsync(CancellationToken cancellationToken);

    /// <summary>The test has done with the application; returns when the entry point has ended.</summary>
    public abstract Task DisposedAsync();
}
