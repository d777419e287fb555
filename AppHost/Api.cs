namespace Iris.AppHost;

/// <summary>The two ways to run ImageApi, which are one program.</summary>
internal static class Api
{
    // A sandbox takes one request at a time, and one that waits for an image holds it for up to 20 seconds.
    private const int Sandboxes = 4;

    /// <summary>On Kestrel.</summary>
    public static IResourceBuilder<ProjectResource> AddApi(this IDistributedApplicationBuilder builder) =>
        builder.AddProject<Projects.ImageApi>("api")
            .WithDirectHttp()
            .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText, url.DisplayLocation) = ("/scalar", "API reference", UrlDisplayLocation.SummaryAndDetails))
            .WithHttpHealthCheck("/health");

    /// <summary>As a Lambda function behind an HTTP API.</summary>
    public static IResourceBuilder<ProjectResource> AddApiFunction(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> lambda) =>
        builder.AddProject<Projects.ImageApi>("api", launchProfileName: null)
            .WithReplicas(Sandboxes)
            .WithSandboxRestarts()
            .AsLambdaFunction(LocalAws.Api, lambda)
            .WithHttpHealthCheck(() => lambda.GetEndpoint("http"), $"{LocalAws.HttpApiPath(LocalAws.Api)}/health");

    /// <summary>Where the API answers on Kestrel.</summary>
    public static ReferenceExpression Origin(this IResourceBuilder<ProjectResource> api) => ReferenceExpression.Create($"{api.GetEndpoint("http")}");

    /// <summary>A client of the API, wherever it runs.</summary>
    public static async Task<HttpClient> ConnectAsync(ReferenceExpression origin, CancellationToken cancellationToken) =>
        new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"{await origin.GetValueAsync(cancellationToken)}/") };
}
