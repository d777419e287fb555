namespace Iris.AppHost;

/// <summary>The two ways to serve the site: compiled anew at every change of a file, or exported as it is for CloudFront.</summary>
internal static class Frontend
{
    private const string Name = "frontend";
    private const string Folder = "../WebFrontend";
    private const string Icon = "AppGeneric";
    private const string TelemetryDisabled = "NEXT_TELEMETRY_DISABLED";
    private const int Port = 3000;

    /// <summary>By a development server with hot reload. The edge does not wait for it: until the site is compiled it says so.</summary>
    public static IResourceBuilder<ProjectResource> WithFrontend(this IResourceBuilder<ProjectResource> edge)
    {
        // The health check asks for the gallery, which is thereby compiled before a visitor has to wait for it.
        var frontend = edge.ApplicationBuilder.AddNextJsApp(Name, Folder)
            .WithEndpoint("http", static endpoint => (endpoint.Port, endpoint.IsProxied) = (Port, false))
            .WithDetailsOnly()
            .WithHttpHealthCheck("/")
            .WithIconName(Icon)
            .WithEnvironment(TelemetryDisabled, "1")
            .WithPromptStop();
        return edge
            .WithEnvironment("CloudFront__SiteOrigin", frontend.GetEndpoint("http"))
            .WithReferenceRelationship(frontend);
    }

    /// <summary>By the edge, from the export's files, which are made anew when their sources have changed: rewrites and policy are CloudFront's.</summary>
    public static IResourceBuilder<ProjectResource> WithExportedFrontend(this IResourceBuilder<ProjectResource> edge)
    {
        var frontend = edge.ApplicationBuilder.AddJavaScriptApp(Name, Folder, "export")
            .WithIconName(Icon)
            .WithEnvironment(TelemetryDisabled, "1")
            .WithEnvironment("NODE_ENV", "production");
        return edge
            .WithEnvironment("CloudFront__SiteDirectory", Path.GetFullPath($"{Folder}/out", edge.ApplicationBuilder.AppHostDirectory))
            .WaitForCompletion(frontend);
    }

    /// <summary>
    /// npm hands the signal to stop on to the shell of its script. Bash has become the script's one command by then; the usual
    /// shell ends without telling Next.js, which then lives on until it is killed.
    /// </summary>
    private static IResourceBuilder<T> WithPromptStop<T>(this IResourceBuilder<T> frontend) where T : IResourceWithEnvironment =>
        OperatingSystem.IsWindows() ? frontend : frontend.WithEnvironment("npm_config_script_shell", "bash");
}
