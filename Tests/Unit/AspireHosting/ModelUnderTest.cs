using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Orchestration;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Iris.Tests.Unit.AspireHosting;

/// <summary>A model whose endpoints have addresses although nothing runs.</summary>
internal sealed class ModelUnderTest
{
    private int _nextPort = 5001;

    public IDistributedApplicationBuilder Builder { get; } = DistributedApplicationTestingBuilder.Create();

    /// <summary>What a resource would be launched with.</summary>
    public async Task<LaunchPlan> PlanAsync<T>(IResourceBuilder<T> builder, bool withDashboard = false) where T : IResource
    {
        foreach (var endpoint in Builder.Resources.SelectMany(static resource => resource.Annotations).OfType<EndpointAnnotation>().Where(static endpoint => endpoint.AllocatedEndpoint is null))
        {
            var port = endpoint.Port ?? _nextPort++;
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", port, $"{port + 10_000}");
        }

        var planner = new LaunchPlanner(Builder.ExecutionContext, DashboardOptions.From(Builder.Configuration, withDashboard));
        var instance = new Instance(builder.Resource, $"{builder.Resource.Name}-abcdefgh");
        return await planner.PlanAsync(instance, NullLogger.Instance, TestContext.Current.CancellationToken);
    }
}
