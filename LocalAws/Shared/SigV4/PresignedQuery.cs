using System.Globalization;

namespace LocalAws.Shared.SigV4;

/// <summary>Reads the <c>X-Amz-*</c> parameters of a presigned URL.</summary>
internal static class PresignedQuery
{
    public const string Signature = "X-Amz-Signature";
    private const string Algorithm = "X-Amz-Algorithm";

    // Seven days: the life of a signing key.
    private const int MaxExpiresSeconds = 604_800;

    public static bool IsIn(RequestTarget target) => target[Signature] is not null || target[Algorithm] is not null;

    public static SignatureClaim? TryParse(RequestTarget target, out string fault)
    {
        if (target[Algorithm] != StringToSign.Algorithm
            || target[Signature] is not { } signature
            || target["X-Amz-SignedHeaders"] is not { } names)
        {
            fault = $"Query-string authentication needs X-Amz-Algorithm={StringToSign.Algorithm}, X-Amz-SignedHeaders and X-Amz-Signature.";
            return null;
        }

        if (!CredentialScope.TryParseCredential(target["X-Amz-Credential"] ?? "", out var accessKeyId, out var scope))
        {
            fault = "X-Amz-Credential must be KEY/YYYYMMDD/REGION/SERVICE/aws4_request.";
            return null;
        }

        if (target["X-Amz-Date"] is not { } timestamp || !SignatureClaim.TryParseTimestamp(timestamp, out var signedAt))
        {
            fault = "X-Amz-Date must be in the ISO8601 Basic Format yyyyMMddTHHmmssZ.";
            return null;
        }

        if (!int.TryParse(target["X-Amz-Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds is < 1 or > MaxExpiresSeconds)
        {
            fault = $"X-Amz-Expires must be a number of seconds from 1 to {MaxExpiresSeconds}.";
            return null;
        }

        fault = "";
        return new SignatureClaim(accessKeyId, scope, timestamp, signedAt, names.Split(';'), signature)
        {
            Lifetime = TimeSpan.FromSeconds(seconds),
        };
    }
}
