using System.Security.Cryptography;
using System.Text;

namespace LocalAws.Shared.SigV4;

/// <summary>The key derived from a secret for one <see cref="CredentialScope"/>; it signs, and cannot be turned back into the secret.</summary>
public sealed class SigningKey
{
    private readonly byte[] _key;

    private SigningKey(byte[] key) => _key = key;

    /// <summary>Derives the key: HMAC chained over date, region, service and <c>aws4_request</c>.</summary>
    public static SigningKey Derive(string secretAccessKey, CredentialScope scope)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secretAccessKey);
        foreach (var step in (ReadOnlySpan<string>)[scope.Date, scope.Region, scope.Service, "aws4_request"])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(step));
        }

        return new SigningKey(key);
    }

    /// <summary>The signature of a string to sign: 64 lower-case hex digits.</summary>
    public string Sign(string stringToSign) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(stringToSign)));

    /// <summary>Whether <paramref name="signature"/> is the signature of <paramref name="stringToSign"/>, in time that does not depend on where they differ.</summary>
    public bool Verify(string stringToSign, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(stringToSign)), Encoding.UTF8.GetBytes(signature));
}
