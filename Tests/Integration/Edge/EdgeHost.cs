using Iris.Tests.Support;
using LocalAws.Edge;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Iris.Tests.Integration.Edge;

/// <summary>The edge on a free port, in front of the origins that a test gives it.</summary>
internal sealed class EdgeHost : WebApplicationFactory<EdgeOptions>
{
    /// <summary>A port on which nothing listens: 1 is reserved, and connecting to it is refused at once.</summary>
    public static readonly Uri Nowhere = new("http://127.0.0.1:1");

    private readonly Dictionary<string, string?> _settings;

    private EdgeHost(Dictionary<string, string?> settings) => _settings = settings;

    public Uri Address => ClientOptions.BaseAddress;

    public static EdgeHost Start(Uri? api = null, Uri? images = null, Uri? site = null, string? files = null, params (string Key, string Value)[] settings)
    {
        var host = new EdgeHost(new()
        {
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "localsecret",
            ["S3_BUCKET_NAME"] = "iris-images",
            ["Edge:ApiOrigin"] = (api ?? Nowhere).ToString(),
            ["Edge:ImagesOrigin"] = (images ?? Nowhere).ToString(),
            ["Edge:SiteOrigin"] = site?.ToString(),
            ["Edge:SiteDirectory"] = site is null ? files ?? Repository.PathOf("WebFrontend", "public") : null,
            ["Logging:LogLevel:Default"] = "Error",
            ["Logging:LogLevel:LocalAws"] = "Error",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Error",
            ["Edge:TemplatePath"] = Repository.PathOf("cloudformation", "app.yaml"),
        });
        foreach (var (key, value) in settings)
        {
            host._settings[key] = value;
        }

        host.UseKestrel(0);
        host.StartServer();
        return host;
    }

    /// <summary>A client that shows the answer as it comes: no redirects, no decompression, no cookies.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _settings.Where(setting => setting.Value is not null))
        {
            builder.UseSetting(key, value);
        }
    }
}
