namespace LocalAws.Shared.SigV4;

/// <summary>A request whose signature holds. What its <paramref name="PayloadHash"/> promises of the body is still to be checked by whoever reads the body.</summary>
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
