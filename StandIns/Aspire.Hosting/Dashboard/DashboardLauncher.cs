using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>Runs the dashboard beside the model's own processes, and says where it is.</summary>
internal sealed partial class DashboardLauncher(
    DashboardOptions options, AspireBundle bundle, DcpHost dcp, ResourceServer resourceServer, ILogger<DistributedApplication> logger)
{
    private const string Name = "aspire-dashboard";
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.IsEnabled)
        {
            return;
        }

        var resourceServiceUrl = await resourceServer.StartAsync(cancellationToken);
        var path = bundle.LocateDashboard();
        await dcp.Client.CreateAsync(
            new DcpExecutable(
                new DcpMetadata(Name),
                new DcpExecutableSpec(path, Path.GetDirectoryName(path)!, ["dashboard"], [.. Environment(resourceServiceUrl)])),
            cancellationToken);
    }

    /// <summary>Prints the address once the dashboard answers.</summary>
    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        if (!options.IsEnabled)
        {
            return;
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(2) };
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_timeout);
        try
        {
            while (!await AnswersAsync(http, timeout.Token))
            {
                await Task.Delay(s_interval, timeout.Token);
            }

            NowListening(options.Url.GetLeftPart(UriPartial.Authority));
            Login(options.LoginUrl);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            NotAnswering(options.Url);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => resourceServer.StopAsync(cancellationToken);

    private async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(options.Url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException || !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private IEnumerable<DcpEnvironmentVariable> Environment(Uri resourceServiceUrl) =>
    [
        new("ASPNETCORE_ENVIRONMENT", "Production"),
        new("ASPNETCORE_URLS", Authority(options.Url)),
        new("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", Authority(options.OtlpGrpcUrl)),
        new("ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", Authority(options.OtlpHttpUrl)),
        new("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", Authority(resourceServiceUrl)),
        new("DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE", "ApiKey"),
        new("DASHBOARD__RESOURCESERVICECLIENT__APIKEY", options.ResourceServiceApiKey),
        new("DASHBOARD__FRONTEND__AUTHMODE", options.BrowserToken is null ? "Unsecured" : "BrowserToken"),
        new("DASHBOARD__FRONTEND__BROWSERTOKEN", options.BrowserToken ?? ""),
        new("DASHBOARD__FRONTEND__PUBLICURL", Authority(options.Url)),
        new("DASHBOARD__OTLP__AUTHMODE", "ApiKey"),
        new("DASHBOARD__OTLP__PRIMARYAPIKEY", options.OtlpApiKey),
        new("DASHBOARD__OTLP__SUPPRESSUNSECUREDTELEMETRYMESSAGE", "true"),
        new("ASPIRE_DASHBOARD_API_ENABLED", "true"),
        new("DASHBOARD__API__AUTHMODE", "ApiKey"),
        new("DASHBOARD__API__PRIMARYAPIKEY", options.ApiKey),
    ];

    private static string Authority(Uri url) => url.GetLeftPart(UriPartial.Authority);

    [LoggerMessage(1, LogLevel.Information, "Now listening on: {Url}")]
    private partial void NowListening(string url);

    [LoggerMessage(2, LogLevel.Information, "Login to the dashboard at {Url}")]
    private partial void Login(Uri url);

    [LoggerMessage(3, LogLevel.Warning, "The dashboard does not answer at {Url}. The application runs without it.")]
    private partial void NotAnswering(Uri url);
}
