using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Aspire.Hosting.Dcp;

/// <summary>
/// The certificate of DCP's API. DCP would make an RSA one itself, which takes up to two seconds; an elliptic-curve one
/// of ours is there at once, and can be pinned to the byte.
/// </summary>
internal sealed class DcpCertificate : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public DcpCertificate()
    {
        var request = new CertificateRequest("CN=localhost", _key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddDays(30));
    }

    public async Task WriteAsync(string certificatePath, string keyPath, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(certificatePath, _certificate.ExportCertificatePem(), cancellationToken);
        await File.WriteAllTextAsync(keyPath, _key.ExportPkcs8PrivateKeyPem(), cancellationToken);
    }

    public bool Matches(X509Certificate? presented) =>
        presented is not null && presented.GetRawCertData().AsSpan().SequenceEqual(_certificate.RawData);

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
