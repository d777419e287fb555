using System.Globalization;

namespace LocalAws.Shared.SigV4;

/// <summary>What a request says of its own signature, from the header or from the query, before anything of it is believed.</summary>
internal sealed record SignatureClaim(
    string AccessKeyId, CredentialScope Scope, string Timestamp, DateTimeOffset SignedAt, string[] SignedHeaders, string Signature)
{
    /// <summary>How long a presigned URL lives; null when the signature came in the header.</summary>
    public TimeSpan? Lifetime { get; init; }

    public static bool TryParseTimestamp(string? timestamp, out DateTimeOffset signedAt) =>
        DateTimeOffset.TryParseExact(
            timestamp, StringToSign.TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out signedAt);
}
