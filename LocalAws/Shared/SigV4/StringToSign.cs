using System.Text;

namespace LocalAws.Shared.SigV4;

internal static class StringToSign
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    public const string TimestampFormat = "yyyyMMdd'T'HHmmss'Z'";

    public static string Create(string timestamp, CredentialScope scope, string canonicalRequest) =>
        string.Join('\n', Algorithm, timestamp, scope, PayloadHash.Of(Encoding.UTF8.GetBytes(canonicalRequest)));
}
