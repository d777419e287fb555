using Microsoft.AspNetCore.Http;

namespace LocalAws.Shared.SigV4;

/// <summary>
/// Reads <c>AWS4-HMAC-SHA256 Credential=AKIA…/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=fe5f…</c>.
/// </summary>
internal static class AuthorizationHeader
{
    public static SignatureClaim? TryParse(HttpRequest request, out string fault)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(StringToSign.Algorithm + " ", StringComparison.Ordinal))
        {
            fault = $"The Authorization header must begin with {StringToSign.Algorithm}.";
            return null;
        }

        var fields = ReadFields(header[StringToSign.Algorithm.Length..]);
        var timestamp = request.Headers["x-amz-date"].ToString();
        if (!fields.TryGetValue("SignedHeaders", out var signedHeaders) || !fields.TryGetValue("Signature", out var signature))
        {
            fault = "The authorization header is malformed: it needs Credential, SignedHeaders and Signature.";
            return null;
        }

        if (!CredentialScope.TryParseCredential(fields.GetValueOrDefault("Credential", ""), out var accessKeyId, out var scope))
        {
            fault = "The authorization header is malformed: the Credential must be KEY/YYYYMMDD/REGION/SERVICE/aws4_request.";
            return null;
        }

        if (!SignatureClaim.TryParseTimestamp(timestamp, out var signedAt))
        {
            fault = "x-amz-date must be in the ISO8601 Basic Format yyyyMMddTHHmmssZ.";
            return null;
        }

        fault = "";
        return new SignatureClaim(accessKeyId, scope, timestamp, signedAt, signedHeaders.Split(';'), signature);
    }

    private static Dictionary<string, string> ReadFields(string header)
    {
        Dictionary<string, string> fields = [];
        foreach (var field in header.Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = field.IndexOf('=');
            if (equals > 0)
            {
                fields[field[..equals]] = field[(equals + 1)..];
            }
        }

        return fields;
    }
}
