using System.Security.Cryptography;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard;

/// <summary>Where the dashboard listens and the keys that open it, under the names that upstream reads them by.</summary>
internal sealed record DashboardOptions(bool IsEnabled, Uri Url, Uri OtlpGrpcUrl, Uri OtlpHttpUrl)
{
    private static readonly string s_any = "http://localhost:0";

    /// <summary>What the browser logs in with; null lets everybody in.</summary>
    public string? BrowserToken { get; init; }

    /// <summary>What a process sends with its telemetry.</summary>
    public required string OtlpApiKey { get; init; }

    /// <summary>What a program reads telemetry with.</summary>
    public required string ApiKey { get; init; }

    /// <summary>What the dashboard asks this process with.</summary>
    public string ResourceServiceApiKey { get; } = NewKey();

    public Uri LoginUrl => BrowserToken is null ? Url : new Uri(Url, $"login?t={BrowserToken}");

    /// <summary>The ports that the configuration fixes.</summary>
    public IReadOnlyList<WantedPort> FixedPorts { get; private init; } = [];

    public static DashboardOptions From(IConfiguration configuration, bool isEnabled)
    {
        var fixedPorts = new List<WantedPort>();
        return new DashboardOptions(
            isEnabled,
            Read("ASPNETCORE_URLS", "the dashboard"),
            Read("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "telemetry over gRPC"),
            Read("ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", "telemetry over HTTP"))
        {
            BrowserToken = configuration.GetValue<bool>("ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS")
                ? null
                : configuration["ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN"] ?? configuration["AppHost:BrowserToken"] ?? NewKey(),
            OtlpApiKey = configuration["AppHost:OtlpApiKey"] ?? NewKey(),
            ApiKey = configuration["AppHost:DashboardApiKey"] ?? NewKey(),
            FixedPorts = isEnabled ? fixedPorts : [],
        };

        Uri Read(string key, string purpose)
        {
            var text = configuration[key]?.Split(';')[0] ?? s_any;
            if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url is not { Scheme: "http", IsLoopback: true })
            {
                throw new DistributedApplicationException($"{key} is '{text}': it must be an http URL on localhost.");
            }

            if (url.Port == 0)
            {
                return new UriBuilder(url) { Port = PortCheck.FindFree() }.Uri;
            }

            fixedPorts.Add(new WantedPort(url.Port, purpose, $"End what uses it, or set {key} to another."));
            return url;
        }
    }

    private static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
