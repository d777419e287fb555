using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Builds a project that is started again after its sources have changed.</summary>
internal sealed class ProjectBuild
{
    private readonly ConcurrentDictionary<string, DateTime> _builtAt = [];
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Whether a source of the project, or of a project that it references, is newer than its assembly.</summary>
    public bool IsStale(IResource resource) =>
        BuildOf(resource) is { } build && ProjectSources.NewestChange(build.ProjectPath) > Newer(File.GetLastWriteTimeUtc(build.AssemblyPath), _builtAt.GetValueOrDefault(build.ProjectPath));

    public async Task BuildAsync(IResource resource, ILogger logger, CancellationToken cancellationToken)
    {
        var (projectPath, _) = BuildOf(resource)!.Value;
        var name = Path.GetFileNameWithoutExtension(projectPath);
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var began = DateTime.UtcNow;
            logger.BuildingProject(name);
            if (await RunAsync(projectPath, logger, cancellationToken) != 0)
            {
                throw new DistributedApplicationException($"The build of {name} failed. Mend what its console log names, and start the resource again.");
            }

            _builtAt[projectPath] = began;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private static async Task<int> RunAsync(string projectPath, ILogger logger, CancellationToken cancellationToken)
    {
        using var build = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                ArgumentList = { "build", projectPath, "--nologo", "--verbosity", "quiet", "--configuration", Configuration },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        build.StartInfo.HideHostEnvironment();
        build.OutputDataReceived += (_, line) => Print(line.Data);
        build.ErrorDataReceived += (_, line) => Print(line.Data);
        build.Start();
        build.BeginOutputReadLine();
        build.BeginErrorReadLine();
        await build.WaitForExitAsync(cancellationToken);
        return build.ExitCode;

        void Print(string? line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                logger.BuildOutput(line);
            }
        }
    }

    private static (string ProjectPath, string AssemblyPath)? BuildOf(IResource resource) =>
        resource.TryGetLastAnnotation<IProjectMetadata>(out var project)
        && !project.SuppressBuild
        && project.GetType().GetCustomAttribute<BuiltProjectAttribute>() is { } built
            ? (project.ProjectPath, built.AssemblyPath)
            : null;

    private static DateTime Newer(DateTime one, DateTime other) => one > other ? one : other;

    private static string Configuration =>
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration is { Length: > 0 } configuration ? configuration : "Debug";
}
