using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Runs an AppHost's entry point for a test: on free ports, without the dashboard, and started and stopped by the test.</summary>
public static class DistributedApplicationTestingBuilder
{
    /// <summary>Runs the entry point of the AppHost that a type belongs to, such as <c>Projects.AppHost</c>.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default) where TEntryPoint : class =>
        CreateAsync<TEntryPoint>([], cancellationToken);

    /// <summary>Runs the entry point of an AppHost with arguments.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default) where TEntryPoint : class =>
        CreateAsync<TEntryPoint>(args, static (_, _) => { }, cancellationToken);

    /// <summary>Runs the entry point of an AppHost with arguments and options, such as the dashboard's.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[] args,
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder,
        CancellationToken cancellationToken = default) where TEntryPoint : class =>
        new EntryPointRun(typeof(TEntryPoint).Assembly, args, configureBuilder).StartAsync(cancellationToken);

    /// <summary>Describes an application in the test itself.</summary>
    public static IDistributedApplicationTestingBuilder Create(params string[] args)
    {
        var run = new EntryPointRun(Assembly.GetCallingAssembly(), args, static (_, _) => { });
        return run.Describe(options => new DistributedApplicationBuilder(options));
    }
}
