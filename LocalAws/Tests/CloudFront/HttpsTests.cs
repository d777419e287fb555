using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LocalAws.Tests.CloudFront;

public sealed class HttpsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("iris-https-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_site_is_served_by_HTTP_2_as_CloudFront_does()
    {
        await using var cloudFront = await StartAsync();

        using var response = await GetAsync(cloudFront, HttpVersion.Version20);

        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (response.StatusCode, response.Version));
    }

    [Fact]
    public async Task No_browser_is_told_to_insist_on_HTTPS_on_every_port_of_this_machine()
    {
        await using var cloudFront = await StartAsync();

        using var response = await GetAsync(cloudFront, HttpVersion.Version11);

        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<CloudFrontHost> StartAsync() => CloudFrontHost.StartAsync(
        settings: [("urls", "https://127.0.0.1:0"), ("Kestrel:Certificates:Default:Path", Certificate()), ("Kestrel:Certificates:Default:Password", "")]);

    private static async Task<HttpResponseMessage> GetAsync(CloudFrontHost cloudFront, Version version)
    {
        using var client = new HttpClient(
            new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = static (_, _, _, _) => true } });
        using var request = new HttpRequestMessage(HttpMethod.Get, cloudFront.Address)
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        return await client.SendAsync(request, Cancellation);
    }

    private string Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(_folder, "cloudfront.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12));
        return file;
    }
}
