using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Orchestration;

internal static class OrchestrationServices
{
    public static void AddOrchestration(this IServiceCollection services, DistributedApplicationOptions options)
    {
        // With a dashboard the user can start what failed, so others go on waiting for it; without one nobody can.
        var waitBehavior = options.DisableDashboard ? WaitBehavior.StopOnResourceUnavailable : WaitBehavior.WaitOnResourceUnavailable;
        services.AddSingleton(provider => new ResourceNotificationService(provider, waitBehavior));
        services.AddSingleton<ResourceLoggerService>();
        services.AddSingleton(static provider => new ResourceCommandService(
            provider.GetRequiredService<ResourceNotificationService>(), provider.GetRequiredService<ResourceLoggerService>(), provider));

        services.AddSingleton(static provider => new AspireBundle(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<DcpHost>();
        services.AddSingleton(provider => DashboardOptions.From(provider.GetRequiredService<IConfiguration>(), isEnabled: !options.DisableDashboard));
        services.AddSingleton<DashboardLauncher>();
        services.AddSingleton<ResourceServer>();

        services.AddSingleton<Instances>();
        services.AddSingleton<EndpointAllocation>();
        services.AddSingleton<LaunchPlanner>();
        services.AddSingleton<ProjectBuild>();
        services.AddSingleton<ConsoleLogs>();
        services.AddSingleton<Lifecycle>();
        services.AddSingleton<ExecutableWatch>();
        services.AddSingleton<HealthMonitor>();
        services.AddSingleton<ProcesslessResources>();
        services.AddSingleton<ParentWatch>();
        services.AddHealthChecks();
        services.AddHostedService<Orchestrator>();
        services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
    }
}
