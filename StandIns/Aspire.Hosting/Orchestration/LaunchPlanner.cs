using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Works out how a resource is launched: command, arguments and environment, as its annotations say.</summary>
internal sealed class LaunchPlanner(DistributedApplicationExecutionContext executionContext, DashboardOptions dashboard)
{
    public async Task<LaunchPlan> PlanAsync(Instance instance, ILogger logger, CancellationToken cancellationToken)
    {
        var resource = instance.Resource;
        var (command, args, workingDirectory) = resource is ProjectResource project
            ? ProjectCommand(project)
            : ((ExecutableResource)resource).Unpack();
        var context = new CommandLineArgsCallbackContext([.. args], resource, cancellationToken) { Logger = logger };
        foreach (var callback in resource.All<CommandLineArgsCallbackAnnotation>())
        {
            await callback.Callback(context);
        }

        var environment = await EnvironmentAsync(instance, logger, cancellationToken);
        List<string> rendered = [];
        foreach (var arg in context.Args)
        {
            if (await Values.RenderAsync(arg, cancellationToken) is { } text)
            {
                rendered.Add(text);
            }
        }

        return new LaunchPlan(PathSearch.Find(command, resource.Name), rendered, workingDirectory, environment);
    }

    private async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync(Instance instance, ILogger logger, CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(executionContext, instance.Resource, [], cancellationToken) { Logger = logger };
        foreach (var (name, value) in DefaultEnvironment(instance))
        {
            context.EnvironmentVariables[name] = value;
        }

        foreach (var callback in instance.Resource.All<EnvironmentCallbackAnnotation>())
        {
            await callback.Callback(context);
        }

        var environment = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in context.EnvironmentVariables)
        {
            if (await Values.RenderAsync(value, cancellationToken) is { } text)
            {
                environment[name] = text;
            }
        }

        return environment;
    }

    private IEnumerable<KeyValuePair<string, object>> DefaultEnvironment(Instance instance)
    {
        var resource = instance.Resource;
        if (resource.TryGetLastAnnotation<OtlpExporterAnnotation>(out var exporter))
        {
            foreach (var variable in OtlpEnvironment.For(instance, exporter, dashboard))
            {
                yield return variable;
            }
        }

        if (resource is ProjectResource project)
        {
            foreach (var variable in ProjectEnvironment.For(project))
            {
                yield return variable;
            }
        }

        foreach (var endpoint in resource.All<EndpointAnnotation>().Where(static endpoint => endpoint.TargetPortEnvironmentVariable is not null))
        {
            yield return new(endpoint.TargetPortEnvironmentVariable!, new EndpointReference((IResourceWithEndpoints)resource, endpoint).Property(EndpointProperty.TargetPort));
        }
    }

    private static (string Command, IReadOnlyList<string> Args, string WorkingDirectory) ProjectCommand(ProjectResource resource)
    {
        var project = resource.Last<IProjectMetadata>();
        var workingDirectory = Path.GetDirectoryName(project.ProjectPath)!;
        string[] profileArgs = resource.TryGetLastAnnotation<LaunchProfileAnnotation>(out var launch)
            ? (launch.Profile.CommandLineArgs ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [];

        // The build of the AppHost has built the project already; `dotnet run` would ask MSBuild for two seconds to learn no more.
        return project.GetType().GetCustomAttribute<BuiltProjectAttribute>() is { } built
            ? ("dotnet", [built.AssemblyPath, .. profileArgs], workingDirectory)
            : ("dotnet", ["run", "--project", project.ProjectPath, "--no-launch-profile", "--", .. profileArgs], workingDirectory);
    }
}
