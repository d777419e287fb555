namespace LocalAws.Shared.SigV4;

/// <summary>The outcome of a verification: <see cref="SigV4Verified"/> or <see cref="SigV4Refusal"/>.</summary>
public abstract record SigV4Result;

/// <summary>
/// A request whose signature holds. What its <paramref name="PayloadHash"/> promises of the body is still to be checked by whoever reads
/// the body.
/// </summary>
/// <param name="AccessKeyId">Who signed.</param>
/// <param name="Scope">Day, region and service of the signature.</param>
/// <param name="Timestamp">When it was signed, <c>yyyyMMddTHHmmssZ</c>.</param>
/// <param name="Signature">The signature, from which a chunk-signed body continues.</param>
/// <param name="PayloadHash">64 hex digits, <c>UNSIGNED-PAYLOAD</c> or a <c>STREAMING-</c> value.</param>
/// <param name="Key">The key that signed it.</param>
/// <param name="IsPresigned">Whether the signature came in the query.</param>
public sealed record SigV4Verified(
    string AccessKeyId, CredentialScope Scope, string Timestamp, string Signature, string PayloadHash, SigningKey Key, bool IsPresigned)
    : SigV4Result;

/// <summary>A request that must not be served. The caller renders it in its own protocol.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Message">The same for people, in AWS's words where it has some.</param>
public sealed record SigV4Refusal(SigV4Fault Fault, string Message) : SigV4Result
{
    /// <summary>What was hashed here, for comparison with what the client hashed; only with <see cref="SigV4Fault.Mismatch"/>.</summary>
    public string? CanonicalRequest { get; init; }

    /// <summary>What was signed here; only with <see cref="SigV4Fault.Mismatch"/>.</summary>
    public string? StringToSign { get; init; }

    /// <summary>Status and code in which S3 says it (REST, XML).</summary>
    public (int StatusCode, string Code) S3Error => Fault switch
    {
        SigV4Fault.MalformedTarget => (400, "InvalidURI"),
        SigV4Fault.MalformedHeader => (400, "AuthorizationHeaderMalformed"),
        SigV4Fault.MalformedQuery => (400, "AuthorizationQueryParametersError"),
        SigV4Fault.UnknownAccessKey => (403, "InvalidAccessKeyId"),
        SigV4Fault.MissingPayloadHash or SigV4Fault.UnsupportedVersion => (400, "InvalidRequest"),
        SigV4Fault.ClockSkew => (403, "RequestTimeTooSkewed"),
        SigV4Fault.Mismatch => (403, "SignatureDoesNotMatch"),
        _ => (403, "AccessDenied"),
    };

    /// <summary>Status and exception name in which the JSON services say it.</summary>
    public (int StatusCode, string Code) JsonError => Fault switch
    {
        SigV4Fault.Missing => (400, "MissingAuthenticationTokenException"),
        SigV4Fault.UnknownAccessKey => (400, "UnrecognizedClientException"),
        SigV4Fault.UnsupportedVersion or SigV4Fault.MalformedTarget or SigV4Fault.MalformedHeader or SigV4Fault.MalformedQuery =>
            (400, "IncompleteSignatureException"),
        _ => (400, "InvalidSignatureException"),
    };
}

/// <summary>Why a signature was refused.</summary>
public enum SigV4Fault
{
    /// <summary>The request carries no signature.</summary>
    Missing,

    /// <summary>The request is signed in an older way: Signature Version 2, or 1.</summary>
    UnsupportedVersion,

    /// <summary>The request target is not a path and query in UTF-8.</summary>
    MalformedTarget,

    /// <summary>The <c>Authorization</c> header, or the scope in it, is not what it should be.</summary>
    MalformedHeader,

    /// <summary>The <c>X-Amz-*</c> parameters of a presigned URL, or the scope in them, are not what they should be.</summary>
    MalformedQuery,

    /// <summary>No such access key.</summary>
    UnknownAccessKey,

    /// <summary>A header that has to be signed was not: <c>host</c>, or an <c>x-amz-</c> header of the request.</summary>
    HeaderNotSigned,

    /// <summary>S3 wants <c>x-amz-content-sha256</c> in every request signed in its headers.</summary>
    MissingPayloadHash,

    /// <summary>Signed more than 15 minutes away from now.</summary>
    ClockSkew,

    /// <summary>A presigned URL past its time.</summary>
    Expired,

    /// <summary>A presigned URL from the future.</summary>
    NotYetValid,

    /// <summary>The signature is not the one calculated here.</summary>
    Mismatch,
}
