using System.Globalization;
using System.Net.Http.Headers;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Iris.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Iris.Tests.EndToEnd;

/// <summary>The whole of Iris, as AppHost.cs describes it, on free ports.</summary>
public sealed class IrisApplication : IAsyncDisposable
{
    private const string DashboardApiKey = "end-to-end";
    private static readonly TimeSpan s_startLimit = TimeSpan.FromMinutes(4);

    private readonly DistributedApplication _app;
    private readonly Uri _dashboard;

    private IrisApplication(DistributedApplication app, Uri dashboard)
    {
        _app = app;
        _dashboard = dashboard;
        Site = ClientOf("cloudfront");
        Visitor = new Visitor(Site);
    }

    /// <summary>A client of the site.</summary>
    public HttpClient Site { get; }

    public Visitor Visitor { get; }

    public ResourceNotificationService Notifications => _app.ResourceNotifications;

    public ResourceCommandService Commands => _app.ResourceCommands;

    public IEnumerable<IResource> Resources => _app.Services.GetRequiredService<DistributedApplicationModel>().Resources;

    /// <summary>Starts it, and waits until everything but the sandboxes answers.</summary>
    public static async Task<IrisApplication> StartAsync(CancellationToken cancellationToken, params string[] args)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_startLimit);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            new DistributedApplicationTestingBuilderOptions { EnableDashboard = true }, ["--frontend=static", .. args], limit.Token);
        builder.Configuration["AppHost:DashboardApiKey"] = DashboardApiKey;
        var app = await builder.BuildAsync(limit.Token);
        await app.StartAsync(limit.Token);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("cloudfront", WaitBehavior.StopOnResourceUnavailable, limit.Token);
        return new IrisApplication(app, await app.GetDashboardUrlAsync(limit.Token));
    }

    /// <summary>Waits until a process runs in every sandbox, and tells their ids.</summary>
    public async Task<int[]> ProcessesOfAsync(string resource, CancellationToken cancellationToken)
    {
        var replicas = Resources.Single(each => each.Name == resource).GetReplicaCount();
        Dictionary<string, int> processes = [];
        await foreach (var change in Notifications.WatchAsync(cancellationToken))
        {
            if (change.Resource.Name == resource
                && change.Snapshot.State?.Text == KnownResourceStates.Running
                && ProcessOf(change) is { } process)
            {
                processes[change.ResourceId] = process;
                if (processes.Count == replicas)
                {
                    break;
                }
            }
        }

        return [.. processes.Values];
    }

    /// <summary>
    /// A client without the retries and short limits of <c>CreateHttpClient</c>: a request that waits for an image takes its time.
    /// </summary>
    public HttpClient ClientOf(string resource) => new() { BaseAddress = AddressOf(resource) };

    public Uri AddressOf(string resource) => _app.GetEndpoint(resource);

    /// <summary>A client of what the dashboard knows of traces, logs and metrics.</summary>
    public HttpClient Telemetry()
    {
        var client = new HttpClient { BaseAddress = new Uri(_dashboard, "/api/telemetry/") };
        client.DefaultRequestHeaders.Add("x-api-key", DashboardApiKey);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return client;
    }

    public ValueTask DisposeAsync()
    {
        Site.Dispose();
        return _app.DisposeAsync();
    }

    private static int? ProcessOf(ResourceEvent change) =>
        change.Snapshot.Properties.FirstOrDefault(static property => property.Name == "executable.pid")?.Value is { } value
            ? Convert.ToInt32(value, CultureInfo.InvariantCulture)
            : null;
}
