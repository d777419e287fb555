namespace LocalAws.Shared.SigV4;

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
