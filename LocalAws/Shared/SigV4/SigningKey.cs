using System.Security.Cryptography;
using System.Text;

namespace LocalAws.Shared.SigV4;

/// <summary>
/// The key derived from a secret for one <see cref="CredentialScope"/>; it signs, and cannot be turned back into the secret.
/// </summary>
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

    /// <summary>
    /// Whether <paramref name="signature"/> is the signature of <paramref name="stringToSign"/>, in time that does not depend on where they
    /// differ.
    /// </summary>
    public bool Verify(string stringToSign, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(stringToSign)), Encoding.UTF8.GetBytes(signature));
}

/// <summary>What a derived signing key is good for: one day, one region, one service.</summary>
/// <param name="Date">The day, <c>yyyyMMdd</c> in UTC.</param>
/// <param name="Region">For example <c>us-east-1</c>.</param>
/// <param name="Service">For example <c>s3</c>.</param>
public sealed record CredentialScope(string Date, string Region, string Service)
{
    private const string Terminator = "aws4_request";

    /// <summary>The scope as it stands in a string to sign: <c>20130524/us-east-1/s3/aws4_request</c>.</summary>
    public override string ToString() => $"{Date}/{Region}/{Service}/{Terminator}";

    /// <summary>Reads <c>AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request</c>.</summary>
    internal static bool TryParseCredential(string credential, out string accessKeyId, out CredentialScope scope)
    {
        var parts = credential.Split('/');
        var wellFormed = parts is [_, _, _, _, Terminator];
        accessKeyId = wellFormed ? parts[0] : "";
        scope = wellFormed ? new CredentialScope(parts[1], parts[2], parts[3]) : new CredentialScope("", "", "");
        return wellFormed;
    }
}
