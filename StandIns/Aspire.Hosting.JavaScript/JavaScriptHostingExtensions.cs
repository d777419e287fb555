using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.JavaScript;

namespace Aspire.Hosting;

/// <summary>Adds JavaScript applications.</summary>
public static class JavaScriptHostingExtensions
{
    private const string Npm = "npm";
    private const string NodeHome = "https://nodejs.org";

    /// <summary>Adds a script that Node.js runs.</summary>
    public static IResourceBuilder<NodeAppResource> AddNodeApp(this IDistributedApplicationBuilder builder, string name, string appDirectory, string scriptPath) =>
        builder.AddResource(new NodeAppResource(name, "node", builder.FolderAt(appDirectory)))
            .WithArgs(scriptPath)
            .WithDefaults();

    /// <summary>Adds an application that a script of its package.json runs.</summary>
    public static IResourceBuilder<JavaScriptAppResource> AddJavaScriptApp(this IDistributedApplicationBuilder builder, string name, string appDirectory, string runScriptName = "dev") =>
        builder.AddResource(new JavaScriptAppResource(name, Npm, builder.FolderAt(appDirectory)))
            .WithArgs("run", runScriptName)
            .WithDefaults();

    /// <summary>Adds an application that Next.js serves, to this machine only.</summary>
    [Experimental("ASPIREJAVASCRIPT001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
    public static IResourceBuilder<NextJsAppResource> AddNextJsApp(
        this IDistributedApplicationBuilder builder, string name, string appDirectory, string runScriptName = "dev")
    {
        var app = builder.AddResource(new NextJsAppResource(name, Npm, builder.FolderAt(appDirectory))).WithHttpEndpoint(env: "PORT");
        return app
            .WithArgs(
                "run",
                runScriptName,
                "--",
                "--port",
                app.GetEndpoint("http").Property(EndpointProperty.TargetPort),
                "--hostname",
                "127.0.0.1")
            .WithDefaults();
    }

    /// <summary>
    /// Fetches the packages before the application starts: as locked where there is a lock file, and not when they are there and newer than
    /// it.
    /// </summary>
    public static IResourceBuilder<TResource> WithNpm<TResource>(this IResourceBuilder<TResource> resource, bool install = true, string? installCommand = null, string[]? installArgs = null) where TResource : JavaScriptAppResource
    {
        var folder = resource.Resource.WorkingDirectory;
        FileInfo wanted = new(Path.Combine(folder, "package-lock.json")), fetched = new(
            Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (!install || (fetched.Exists && fetched.LastWriteTimeUtc >= wanted.LastWriteTimeUtc))
        {
            return resource;
        }

        var installer = resource.ApplicationBuilder
            .AddExecutable(
                $"{resource.Resource.Name}-installer",
                Npm,
                folder,
                [installCommand ?? (wanted.Exists ? "ci" : "install"), .. installArgs ?? []])
            .WithRequiredCommand(Npm, NodeHome)
            .WithParentRelationship(resource.Resource);
        return resource.WaitForCompletion(installer);
    }

    private static IResourceBuilder<T> WithDefaults<T>(this IResourceBuilder<T> app) where T : JavaScriptAppResource => app
        .WithRequiredCommand(app.Resource.Command, NodeHome)
        .WithOtlpExporter()
        .WithEnvironment("NODE_ENV", app.ApplicationBuilder.ExecutionContext.IsRunMode ? "development" : "production");

    private static string FolderAt(this IDistributedApplicationBuilder builder, string appDirectory) =>
        Path.GetFullPath(appDirectory, builder.AppHostDirectory);
}
