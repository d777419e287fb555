using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging.Abstractions;

namespace StandIns.Tests;

/// <summary>A model whose endpoints have addresses although nothing runs.</summary>
internal sealed class ModelUnderTest
{
    private int _nextPort = 5001;

    public IDistributedApplicationBuilder Builder { get; } = DistributedApplication.CreateBuilder([]);

    /// <summary>What a resource would be launched with.</summary>
    public async Task<(string[] Args, Dictionary<string, string> Environment)> PlanAsync<T>(IResourceBuilder<T> builder) where T : IResource
    {
        foreach (var endpoint in Builder.Resources.SelectMany(static resource => resource.Annotations).OfType<EndpointAnnotation>().Where(static endpoint => endpoint.AllocatedEndpoint is null))
        {
            var port = endpoint.Port ?? _nextPort++;
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(
                endpoint, "localhost", port, EndpointBindingMode.SingleAddress, $"{port + 10_000}");
        }

        var configuration = await ExecutionConfigurationBuilder.Create(builder.Resource)
            .WithArgumentsConfig()
            .WithEnvironmentVariablesConfig()
            .BuildAsync(Builder.ExecutionContext, NullLogger.Instance, TestContext.Current.CancellationToken);
        return ([.. configuration.Arguments.Select(static argument => argument.Value)], configuration.EnvironmentVariables.ToDictionary());
    }
}
