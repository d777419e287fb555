namespace Iris.AppHost;

/// <summary>The function behind every upload.</summary>
internal static class Processor
{
    // Each takes one event at a time.
    private const int Sandboxes = 2;

    /// <summary>As the assembly that was built with the AppHost.</summary>
    public static void Add(IDistributedApplicationBuilder builder, IAws aws, IResourceBuilder<ProjectResource> lambda) =>
        Configure(builder.AddProject<Projects.ImageProcessor>("processor").WithReplicas(Sandboxes).WithEnvironment("DOTNET_ENVIRONMENT", "Development"), aws, lambda);

    /// <summary>As the bootstrap that AWS runs.</summary>
    public static void AddFunction(IResourceBuilder<ExecutableResource> bootstraps, IAws aws, IResourceBuilder<ProjectResource> lambda)
    {
        foreach (var sandbox in bootstraps.AddSandboxes("processor", LocalAws.Processor, Sandboxes))
        {
            Configure(sandbox, aws, lambda);
        }
    }

    private static void Configure<T>(IResourceBuilder<T> sandbox, IAws aws, IResourceBuilder<ProjectResource> lambda) where T : IResourceWithEnvironment, IResourceWithWaitSupport =>
        aws.WithLabels(aws.WithImages(sandbox.WithIconName("ImageMultiple").AsLambdaFunction(LocalAws.Processor, lambda)));
}
