using Iris.Client;

namespace Iris.AppHost;

/// <summary>The HTTP API: one program, which runs on Kestrel or as a Lambda function.</summary>
/// <param name="Origin">Where it answers.</param>
/// <param name="Processes">What must be there before it does.</param>
internal sealed record Api(ReferenceExpression Origin, IReadOnlyList<IResourceBuilder<IResource>> Processes)
{
    // A sandbox takes one request at a time, and one that waits for an image holds it for up to 20 seconds.
    private const int Sandboxes = 4;

    /// <summary>On Kestrel.</summary>
    public static Api Add(IDistributedApplicationBuilder builder, IAws aws)
    {
        var api = builder.AddProject<Projects.ImageApi>("api")
            .WithIconName("PlugConnected")
            .WithDirectHttp()
            .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText, url.DisplayLocation) = ("/scalar", "API reference", UrlDisplayLocation.SummaryAndDetails))
            .WithHttpHealthCheck("/health");
        return new Api(ReferenceExpression.Create($"{api.GetEndpoint("http")}"), [aws.WithImages(api)]);
    }

    /// <summary>As a Lambda function behind an HTTP API.</summary>
    public static Api AddFunction(IResourceBuilder<ExecutableResource> bootstraps, IAws aws, IResourceBuilder<ProjectResource> lambda)
    {
        var sandboxes = bootstraps.AddSandboxes("api", LocalAws.Api, Sandboxes).Select(sandbox => aws.WithImages(sandbox
            .WithIconName("PlugConnected")
            .AsLambdaFunction(LocalAws.Api, lambda)
            .WithHttpHealthCheck(() => lambda.GetEndpoint("http"), $"{LocalAws.HttpApiPath(LocalAws.Api)}/health")));
        return new Api(lambda.HttpApiOf(LocalAws.Api), [.. sandboxes]);
    }

    /// <summary>A client of the API, wherever it runs.</summary>
    public static async Task<ImagesClient> ConnectAsync(ReferenceExpression origin, CancellationToken cancellationToken) =>
        ImagesClient.Connect(new Uri($"{await origin.GetValueAsync(cancellationToken)}/"));
}
