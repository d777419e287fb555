using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Iris.AppHost;

/// <summary>The functions that Lambda runs: in sandboxes that ask it for invocations, and that are replaced when they die.</summary>
internal static partial class Functions
{
    public const string Api = "ImageApi";
    public const string Processor = "ImageProcessor";

    public const string HowToPublish =
        "--lambda runs the functions as Native AOT, and neither clang nor gcc is on the PATH to link them. "
        + "On Debian and Ubuntu: apt-get install clang zlib1g-dev";

    private const string TimeoutSeconds = "30";
    private const string MemoryMegabytes = "1024";

    // A sandbox that dies at once must not keep the machine busy with its starts.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>Whether this machine has what links Native AOT.</summary>
    public static bool CanBePublished => Extensions.IsOnPath("clang") || Extensions.IsOnPath("gcc");

    /// <summary>Where an HTTP API in front of a function begins.</summary>
    public static string HttpApiPath(string function) => $"/_local/http-api/{function}";

    /// <summary>The address of an HTTP API in front of a function.</summary>
    public static ReferenceExpression HttpApiOf(this IResourceBuilder<ProjectResource> lambda, string function) =>
        ReferenceExpression.Create($"{lambda.GetEndpoint("http")}{HttpApiPath(function)}");

    /// <summary>Tells Lambda of a function.</summary>
    public static IResourceBuilder<ProjectResource> WithFunction(this IResourceBuilder<ProjectResource> lambda, string function) =>
        lambda.WithEnvironment($"Lambda__Functions__{function}__TimeoutSeconds", TimeoutSeconds);

    /// <summary>
    /// Makes a process a sandbox of a function: it takes its events from Lambda, nobody asks it directly, and it is replaced when it dies.
    /// </summary>
    public static IResourceBuilder<T> AsLambdaFunction<T>(
        this IResourceBuilder<T> sandbox, string function, IResourceBuilder<ProjectResource> lambda)
        where T : IResourceWithEnvironment, IResourceWithWaitSupport => sandbox
        .WithReplacement()
        .WithEnvironment("AWS_LAMBDA_RUNTIME_API", $"{lambda.GetEndpoint("http").Property(EndpointProperty.HostAndPort)}/{function}")
        .WithEnvironment("AWS_LAMBDA_FUNCTION_NAME", function)
        .WithEnvironment("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", MemoryMegabytes)
        .WithEnvironment("_HANDLER", function)
        .WithParentRelationship(lambda)
        .WaitFor(lambda);

    /// <summary>Publishes both functions as AWS runs them, where they are out of date, and ends.</summary>
    public static IResourceBuilder<ExecutableResource> AddFunctionPublishing(this IDistributedApplicationBuilder builder) =>
        builder.AddExecutable("publish", "dotnet", "..", "build", "Tools/Bootstraps", "--nologo", "-v", "minimal", "-nodeReuse:false")
            .WithIconName("BoxToolbox")
            .OnBeforeResourceStarted(static (_, starting, _) =>
            {
                starting.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Iris").Publishing();
                return Task.CompletedTask;
            });

    /// <summary>
    /// Adds sandboxes of a published function, each of which takes one event or request at a time. They are told nothing of development:
    /// that is how they are on AWS.
    /// </summary>
    public static IReadOnlyList<IResourceBuilder<ExecutableResource>> AddSandboxes(
        this IDistributedApplicationBuilder builder,
        string function,
        string name,
        int count,
        Action<IResourceBuilder<ExecutableResource>> configure)
    {
        var published = $"../artifacts/bootstraps/publish/{function}/release_{RuntimeInformation.RuntimeIdentifier}";
        var folder = Path.GetFullPath(published, builder.AppHostDirectory);
        var sandboxes = Enumerable.Range(1, count)
            .Select(number => builder.AddExecutable($"{name}-{number}", Path.Combine(folder, function), folder).WithOtlpExporter())
            .ToList();
        sandboxes.ForEach(configure);
        return sandboxes;
    }

    /// <summary>Starts a sandbox again when it dies, as Lambda does, and until it does start; one that was stopped stays stopped.</summary>
    internal static IResourceBuilder<T> WithReplacement<T>(this IResourceBuilder<T> sandbox) where T : IResource
    {
        sandbox.ApplicationBuilder.Eventing.Subscribe<BeforeStartEvent>((start, cancellationToken) =>
        {
            var commands = start.Services.GetRequiredService<ResourceCommandService>();
            var stopping = start.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            _ = ReplaceAsync(sandbox.Resource, start.Services.GetRequiredService<ResourceNotificationService>(), commands, stopping);
            return Task.CompletedTask;
        });
        return sandbox;
    }

    private static async Task ReplaceAsync(
        IResource sandboxes, ResourceNotificationService notifications, ResourceCommandService commands, CancellationToken cancellationToken)
    {
        var down = new ConcurrentDictionary<string, bool>();
        await foreach (var change in notifications.WatchAsync(cancellationToken))
        {
            var state = change.Resource == sandboxes ? change.Snapshot.State?.Text : null;
            if (state == KnownResourceStates.Stopping)
            {
                down[change.ResourceId] = true;
            }
            else if (state == KnownResourceStates.Starting || state == KnownResourceStates.Running)
            {
                down.TryRemove(change.ResourceId, out _);
            }
            else if (state is "Exited" or "Finished" && down.TryAdd(change.ResourceId, true))
            {
                _ = StartAsync(change.ResourceId);
            }
        }

        async Task<bool> HasStartedAsync(string sandbox) =>
            (await commands.ExecuteCommandAsync(sandbox, KnownResourceCommands.StartCommand, cancellationToken)).Success;

        async Task StartAsync(string sandbox)
        {
            do
            {
                await Task.Delay(s_pause, cancellationToken);
            }
            while (down.ContainsKey(sandbox) && !await HasStartedAsync(sandbox));
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Publishing the functions as Native AOT: minutes the first time, then seconds")]
    private static partial void Publishing(this ILogger logger);
}
