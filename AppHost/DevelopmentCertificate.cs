using System.Security.Cryptography.X509Certificates;

namespace Iris.AppHost;

/// <summary>The certificate that <c>dotnet dev-certs https</c> makes, and that Kestrel finds by itself.</summary>
internal static class DevelopmentCertificate
{
    // What marks it among the certificates of a user.
    private const string Mark = "1.3.6.1.4.1.311.84.1.1";

    /// <summary>Why there is no HTTPS on this machine, with the cure; null when nothing is in the way.</summary>
    public static string? Obstacle => IsThere()
        ? null
        : "--https-port needs ASP.NET Core's development certificate, and there is none that is valid. Make it: dotnet dev-certs https";

    private static bool IsThere()
    {
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadOnly);
        return store.Certificates.Find(X509FindType.FindByTimeValid, DateTime.Now, validOnly: false)
            .Any(static certificate => certificate.HasPrivateKey && certificate.Extensions.Any(static extension => extension.Oid?.Value == Mark));
    }
}
