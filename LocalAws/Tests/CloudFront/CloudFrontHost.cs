using Iris.Tests.Support;
using LocalAws.CloudFront;
using LocalAws.Shared;
using Microsoft.AspNetCore.Builder;

namespace LocalAws.Tests.CloudFront;

/// <summary>LocalAws.CloudFront on a free port, in front of the origins that a test gives it.</summary>
internal sealed class CloudFrontHost : IAsyncDisposable
{
    /// <summary>A port on which nothing listens: 1 is reserved, and connecting to it is refused at once.</summary>
    public static readonly Uri Nowhere = new("http://127.0.0.1:1");

    private readonly WebApplication _app;

    private CloudFrontHost(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<CloudFrontHost> StartAsync(
        Uri? api = null, Uri? images = null, Uri? site = null, string? files = null, params (string Key, string? Value)[] settings)
    {
        (string Key, string? Value)[] all =
        [
            ("contentRoot", Repository.PathOf("LocalAws", "CloudFront")),
            ("urls", "http://127.0.0.1:0"),
            ("AWS_ACCESS_KEY_ID", LocalAccount.AccessKeyId),
            ("AWS_SECRET_ACCESS_KEY", LocalAccount.SecretAccessKey),
            ("AWS_REGION", "us-east-1"),
            ("S3_BUCKET_NAME", "iris-images"),
            ("Logging:LogLevel:Default", "None"),
            ("Logging:LogLevel:Microsoft.AspNetCore", "None"),
            ("CloudFront:ApiOrigin", (api ?? Nowhere).ToString()),
            ("CloudFront:ImagesOrigin", (images ?? Nowhere).ToString()),
            ("CloudFront:SiteOrigin", site?.ToString()),
            ("CloudFront:SiteDirectory", site is null ? files ?? Repository.PathOf("LocalAws", "Tests", "CloudFront", "Site") : null),
            ("CloudFront:TemplatePath", Repository.PathOf("cloudformation", "app.yaml")),
            .. settings,
        ];
        var host = new CloudFrontHost(CloudFrontServer.Create([.. all.Where(setting => setting.Value is not null).Select(setting => $"--{setting.Key}={setting.Value}")]));
        await host._app.StartAsync();
        return host;
    }

    /// <summary>A client that shows the answer as it comes: no redirects, no decompression, no cookies.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
