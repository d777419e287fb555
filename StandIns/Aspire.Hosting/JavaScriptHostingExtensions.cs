using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.JavaScript;

namespace Aspire.Hosting;

/// <summary>Adds JavaScript applications.</summary>
public static class JavaScriptHostingExtensions
{
    private const string Npm = "npm";

    /// <summary>Adds a script that Node.js runs.</summary>
    public static IResourceBuilder<NodeAppResource> AddNodeApp(this IDistributedApplicationBuilder builder, string name, string appDirectory, string scriptPath) =>
        builder.AddResource(new NodeAppResource(name, "node", builder.FolderAt(appDirectory)))
            .WithArgs(scriptPath)
            .WithDefaults(builder);

    /// <summary>Adds an application that a script of its package.json runs.</summary>
    public static IResourceBuilder<JavaScriptAppResource> AddJavaScriptApp(this IDistributedApplicationBuilder builder, string name, string appDirectory, string runScriptName = "dev") =>
        builder.AddResource(new JavaScriptAppResource(name, Npm, builder.FolderAt(appDirectory)))
            .WithRunScript(runScriptName)
            .WithArgs(RunScript)
            .WithDefaults(builder);

    /// <summary>Adds an application that Vite serves.</summary>
    public static IResourceBuilder<ViteAppResource> AddViteApp(this IDistributedApplicationBuilder builder, string name, string appDirectory, string runScriptName = "dev") =>
        builder.AddResource(new ViteAppResource(name, Npm, builder.FolderAt(appDirectory)))
            .WithHttpEndpoint(env: "PORT")
            .WithRunScript(runScriptName)
            .WithArgs(RunScript)
            .WithArgs(static context => AddListeningArgs(context, "--host"))
            .WithDefaults(builder);

    /// <summary>Adds an application that Next.js serves.</summary>
    public static IResourceBuilder<NextJsAppResource> AddNextJsApp(this IDistributedApplicationBuilder builder, string name, string appDirectory, string runScriptName = "dev") =>
        builder.AddResource(new NextJsAppResource(name, Npm, builder.FolderAt(appDirectory)))
            .WithHttpEndpoint(env: "PORT")
            .WithRunScript(runScriptName)
            .WithArgs(RunScript)
            .WithArgs(static context => AddListeningArgs(context, "--hostname"))
            .WithDefaults(builder);

    /// <summary>Runs the application by another script of its package.json.</summary>
    public static IResourceBuilder<TResource> WithRunScript<TResource>(this IResourceBuilder<TResource> resource, string scriptName, string[]? args = null) where TResource : JavaScriptAppResource =>
        resource.WithAnnotation(new RunScriptAnnotation(scriptName, args ?? []), ResourceAnnotationMutationBehavior.Replace);

    /// <summary>Fetches the packages with npm before the application starts, when the lock file is newer than what is there.</summary>
    public static IResourceBuilder<TResource> WithNpm<TResource>(this IResourceBuilder<TResource> resource, bool install = true, string? installCommand = null, string[]? installArgs = null) where TResource : JavaScriptAppResource
    {
        var folder = resource.Resource.WorkingDirectory;
        var builder = resource.ApplicationBuilder;
        var installerName = $"{resource.Resource.Name}-installer";
        if (!install || NodeModules.AreCurrent(folder) || builder.Resources.Any(other => other.Name == installerName))
        {
            return resource;
        }

        var installer = builder.AddResource(new JavaScriptInstallerResource(installerName, Npm, folder))
            .WithArgs([installCommand ?? NodeModules.InstallCommand(folder), .. installArgs ?? []])
            .WithParentRelationship(resource.Resource);
        return resource.WaitForCompletion(installer);
    }

    private static IResourceBuilder<T> WithDefaults<T>(this IResourceBuilder<T> resource, IDistributedApplicationBuilder builder) where T : JavaScriptAppResource =>
        resource
            .WithOtlpExporter()
            .WithEnvironment("NODE_ENV", builder.ExecutionContext.IsRunMode ? "development" : "production");

    private static void RunScript(CommandLineArgsCallbackContext context)
    {
        var script = context.Resource!.Last<RunScriptAnnotation>();
        foreach (var arg in (string[])["run", script.ScriptName, "--", .. script.Args])
        {
            context.Args.Add(arg);
        }
    }

    // Left to themselves, these servers listen on every interface.
    private static void AddListeningArgs(CommandLineArgsCallbackContext context, string hostOption)
    {
        context.Args.Add("--port");
        context.Args.Add(((IResourceWithEndpoints)context.Resource!).GetEndpoint("http").Property(EndpointProperty.TargetPort));
        context.Args.Add(hostOption);
        context.Args.Add("127.0.0.1");
    }

    private static string FolderAt(this IDistributedApplicationBuilder builder, string appDirectory) => Path.GetFullPath(appDirectory, builder.AppHostDirectory);
}
