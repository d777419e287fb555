using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Iris.AppHost;

/// <summary>The functions as AWS runs them: Native AOT bootstraps, published when they are out of date.</summary>
internal static partial class Bootstraps
{
    /// <summary>Why there can be none on this machine, with the cure; null when nothing is in the way.</summary>
    public static string? Obstacle => RequiredCommands.IsOnPath("clang") || RequiredCommands.IsOnPath("gcc")
        ? null
        : "--lambda runs Native AOT bootstraps, and neither clang nor gcc is on the PATH to link them. On Debian and Ubuntu: apt-get install clang zlib1g-dev";

    /// <summary>Publishes both functions, and ends.</summary>
    public static IResourceBuilder<ExecutableResource> AddBootstraps(this IDistributedApplicationBuilder builder) =>
        builder.AddExecutable("bootstraps", "dotnet", "..", "build", "Tools/Bootstraps", "--nologo", "-v", "minimal", "-nodeReuse:false")
            .WithIconName("BoxToolbox")
            .OnBeforeResourceStarted(static (_, starting, _) =>
            {
                starting.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Iris").Publishing();
                return Task.CompletedTask;
            });

    /// <summary>
    /// Adds the sandboxes of a function, each a process of its bootstrap. They tell nothing of being in development: that is how they are on AWS.
    /// </summary>
    public static IReadOnlyList<IResourceBuilder<ExecutableResource>> AddSandboxes(
        this IResourceBuilder<ExecutableResource> bootstraps, string name, string function, int count)
    {
        var builder = bootstraps.ApplicationBuilder;
        var folder = Path.GetFullPath($"../artifacts/bootstraps/publish/{function}/release_{RuntimeInformation.RuntimeIdentifier}", builder.AppHostDirectory);
        return
        [
            .. Enumerable.Range(1, count).Select(number => builder
                .AddExecutable($"{name}-{number}", Path.Combine(folder, function), folder)
                .WithOtlpExporter()
                .WaitForCompletion(bootstraps)),
        ];
    }

    [LoggerMessage(1, LogLevel.Information, "Publishing the functions as Native AOT bootstraps: minutes the first time, seconds when nothing has changed")]
    private static partial void Publishing(this ILogger logger);
}
