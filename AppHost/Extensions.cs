#pragma warning disable ASPIRECOMMAND001 // WithRequiredCommand is not experimental; only the annotation that it adds is.
using System.Net.NetworkInformation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Iris.AppHost;

/// <summary>How resources are shown, how they listen, and what is looked at before any of them starts.</summary>
internal static partial class Extensions
{
    private const string LocalHealth = "/_local/health";
    private const string KeysFolder = "LOCALAPPDATA";

    private static readonly string[] s_programExtensions = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];

    /// <summary>
    /// Moves the dashboard from the port in the launch settings, and has it keep what it remembers, its keys included, in a folder of ours.
    /// </summary>
    public static void UseDashboard(this IDistributedApplicationBuilder builder, int? port, string folder)
    {
        builder.Configuration["ASPIRE_DASHBOARD_DATA_DIRECTORY"] = folder;
        // Where ASP.NET Core keeps data-protection keys before it thinks of the home folder; the dashboard inherits it.
        if (Environment.GetEnvironmentVariable(KeysFolder) is null)
        {
            Environment.SetEnvironmentVariable(KeysFolder, folder);
        }

        if (port is not null)
        {
            builder.Configuration["ASPNETCORE_URLS"] = $"http://localhost:{port}";
        }
    }

    /// <summary>
    /// Adds a project that listens on the port of its launch settings (or another) with no proxy in front: while the process is down, a
    /// client is refused at once instead of kept waiting.
    /// </summary>
    public static IResourceBuilder<ProjectResource> AddServer<TProject>(
        this IDistributedApplicationBuilder builder,
        string name,
        string icon,
        string healthPath = LocalHealth,
        int? port = null,
        int? httpsPort = null)
        where TProject : IProjectMetadata, new()
    {
        var server = builder.AddProject<TProject>(name)
            .WithEndpoint("http", endpoint => (endpoint.Port, endpoint.IsProxied) = (port ?? endpoint.Port, false))
            .AsServer(icon, healthPath);
        return httpsPort is null ? server : server.WithHttpsEndpoint(httpsPort, isProxied: false);
    }

    /// <summary>Asks a process for its health, and keeps its address, which is for programs, out of the dashboard's first page.</summary>
    public static IResourceBuilder<T> AsServer<T>(this IResourceBuilder<T> process, string icon, string healthPath = LocalHealth)
        where T : IResourceWithEndpoints => process
        .WithHttpHealthCheck(healthPath)
        .WithUrlForEndpoint("http", static url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly)
        .WithIconName(icon);

    /// <summary>Waits for several resources.</summary>
    public static IResourceBuilder<T> WaitForAll<T>(this IResourceBuilder<T> builder, IEnumerable<IResourceBuilder<IResource>> dependencies)
        where T : IResourceWithWaitSupport =>
        dependencies.Aggregate(builder, static (waiting, dependency) => waiting.WaitFor(dependency));

    /// <summary>Prints the address when it answers.</summary>
    public static IResourceBuilder<ProjectResource> AnnounceWhenReady(this IResourceBuilder<ProjectResource> builder, string name) =>
        builder.OnResourceReady((_, ready, _) =>
        {
            ready.Services.GetRequiredService<ILoggerFactory>().CreateLogger(name).Ready(name, builder.GetEndpoint("http").Url);
            return Task.CompletedTask;
        });

    /// <summary>
    /// npm hands the signal to stop on to the shell of its script. Bash has become the script's one command by then; the usual
    /// shell ends without telling Next.js, which then lives on until it is killed.
    /// </summary>
    public static IResourceBuilder<T> WithPromptStop<T>(this IResourceBuilder<T> app) where T : IResourceWithEnvironment =>
        OperatingSystem.IsWindows() ? app : app.WithEnvironment("npm_config_script_shell", "bash");

    /// <summary>
    /// Runs the application, every project from the assembly that the AppHost's build has made, until it is stopped, and answers the exit
    /// code. What would keep it from starting is told in a sentence, before anything does.
    /// </summary>
    public static int RunAsBuilt(this IDistributedApplicationBuilder builder)
    {
        builder.UseBuiltProjects();
        builder.DrawPorts();
        if (builder.ExecutionContext.IsRunMode && (builder.MissingCommand() ?? builder.PortConflict()) is { } obstacle)
        {
            Console.Error.WriteLine(obstacle);
            return 1;
        }

        // Processes end before the AppHost does, and before the folder of their data goes.
        builder.Configuration["DcpPublisher:WaitForResourceCleanup"] = "true";
        builder.Build().Run();
        return Environment.ExitCode;
    }

    /// <summary>Whether a program can be run by its name.</summary>
    public static bool IsOnPath(string program) => (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        from extension in s_programExtensions
        select Path.Combine(folder, program + extension)).Any(File.Exists);

    /// <summary>
    /// Names a program that a resource needs and that is missing, with the cure; null when all are there. Aspire would only warn.
    /// </summary>
    internal static string? MissingCommand(this IDistributedApplicationBuilder builder) => (
        from resource in builder.Resources
        from required in resource.Annotations.OfType<RequiredCommandAnnotation>()
        where !IsOnPath(required.Command)
        let cure = required.HelpLink ?? "install it"
        select $"'{required.Command}', which {resource.Name} needs, is not on the PATH: {cure}.").FirstOrDefault();

    /// <summary>
    /// Has every process listen on a free port where Aspire is told to draw ports, as tests do. It draws only those of its proxies.
    /// </summary>
    internal static void DrawPorts(this IDistributedApplicationBuilder builder)
    {
        foreach (var (_, endpoint) in builder.ArePortsDrawn ? builder.DirectEndpoints : [])
        {
            (endpoint.Port, endpoint.TargetPort) = (null, null);
        }
    }

    /// <summary>Says which ports are in use, or wanted twice, with the cure; null when none is. Aspire would wait for ever.</summary>
    internal static string? PortConflict(this IDistributedApplicationBuilder builder)
    {
        var wanted = builder.WantedPorts.GroupBy(static port => port.Number, static port => port.Owner).ToArray();
        if (wanted.FirstOrDefault(static port => port.Count() > 1) is { } twice)
        {
            return $"Port {twice.Key} is wanted by {string.Join(" and by ", twice)}: give one of them another (--help).";
        }

        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        var taken = wanted
            .IntersectBy(listening.Select(static listener => listener.Port), static port => port.Key)
            .Select(static port => $"port {port.Key}, for {port.Single()}")
            .ToArray();
        return taken is []
            ? null
            : $"In use already: {string.Join(", ", taken)}. End what listens there, or choose another port (--help).";
    }

    // Left to itself Aspire calls `dotnet run`, which evaluates the project again and stays between the orchestrator and the program:
    // seconds for each, and its process id is not the program's.
    private static void UseBuiltProjects(this IDistributedApplicationBuilder builder)
    {
        foreach (var project in builder.Resources.OfType<ProjectResource>())
        {
            var source = project.GetProjectMetadata().ProjectPath;
            var folder = Path.GetDirectoryName(source)!;
            project.Annotations.Add(new ExecutableAnnotation { Command = ProgramOf(source), WorkingDirectory = folder });
            // With Ctrl-C the dashboard ends first. Who still has something to tell it would wait for ten seconds.
            builder.CreateResourceBuilder(project).WithEnvironment("OTEL_EXPORTER_OTLP_TIMEOUT", "1000");
        }
    }

    // artifacts/bin/<project>/<configuration>/: this program, or a test of it, lies beside the others.
    private static string ProgramOf(string projectPath)
    {
        var name = Path.GetFileNameWithoutExtension(projectPath);
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.GetFullPath($"../../{name}/{configuration}/{name}{s_programExtensions[0]}", AppContext.BaseDirectory);
    }

    extension(IDistributedApplicationBuilder builder)
    {
        private bool ArePortsDrawn => builder.Configuration.GetValue("DcpPublisher:RandomizePorts", false);

        private IEnumerable<(string Owner, EndpointAnnotation Endpoint)> DirectEndpoints =>
            from resource in builder.Resources
            from endpoint in resource.Annotations.OfType<EndpointAnnotation>()
            where !endpoint.IsProxied
            select (resource.Name, endpoint);

        private IEnumerable<(string Owner, int Number)> WantedPorts => builder.ArePortsDrawn ? [] :
        [
            .. from direct in builder.DirectEndpoints
               where direct.Endpoint.Port is not null
               select (direct.Owner, direct.Endpoint.Port.GetValueOrDefault()),
            .. builder.PortsIn("ASPNETCORE_URLS").Select(static port => ("the dashboard", port)),
            .. builder.PortsIn("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL").Select(static port => ("telemetry", port)),
        ];

        private IEnumerable<int> PortsIn(string setting) =>
            from url in (builder.Configuration[setting] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
            let port = new Uri(url).Port
            where port is not 0
            select port;
    }

    [LoggerMessage(1, LogLevel.Information, "{Name} is ready at {Url}")]
    private static partial void Ready(this ILogger logger, string name, string url);
}
