using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace LocalAws.Shared.SigV4;

/// <summary>
/// Verifies AWS Signature Version 4 of requests to one service, in the <c>Authorization</c> header or in the query of a
/// presigned URL: scope, time, every signed header, and the signature itself.
/// </summary>
/// <param name="service">The service of the credential scope; <c>s3</c> has rules of its own for paths and payload hashes.</param>
/// <param name="keys">The key pair and the region to verify against.</param>
/// <param name="time">The clock for skew and expiry.</param>
public sealed class SigV4Verifier(string service, IOptions<AwsKeyPair> keys, TimeProvider time)
{
    private static readonly TimeSpan s_maxSkew = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Verifies a request that declares its payload hash in <c>x-amz-content-sha256</c>, as S3 wants it (a presigned URL may
    /// leave it out). Whether the body keeps that promise is for its reader to check.
    /// </summary>
    public SigV4Result Verify(HttpRequest request) => Verify(request, computedPayloadHash: null);

    /// <summary>Verifies a request whose body was read and hashed already, as the JSON services want it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="computedPayloadHash"><see cref="PayloadHash.Of"/> of the whole body.</param>
    public SigV4Result Verify(HttpRequest request, string? computedPayloadHash)
    {
        var rawTarget = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (RequestTarget.TryParse(rawTarget) is not { } target)
        {
            return new SigV4Refusal(SigV4Fault.MalformedTarget, "Couldn't parse the specified URI.");
        }

        if (IsOlderVersion(request, target))
        {
            return new SigV4Refusal(
                SigV4Fault.UnsupportedVersion,
                "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");
        }

        var presigned = PresignedQuery.IsIn(target);
        var inHeader = request.Headers.Authorization.Count > 0;
        if (!presigned && !inHeader)
        {
            return new SigV4Refusal(SigV4Fault.Missing, service == "s3" ? "Access Denied" : "Request is missing Authentication Token");
        }

        var malformed = presigned ? SigV4Fault.MalformedQuery : SigV4Fault.MalformedHeader;
        if (presigned && inHeader)
        {
            return new SigV4Refusal(
                malformed, "Only one auth mechanism allowed: a signature in the query, or in the Authorization header.");
        }

        var claim = presigned ? PresignedQuery.TryParse(target, out var fault) : AuthorizationHeader.TryParse(request, out fault);
        if (claim is null)
        {
            return new SigV4Refusal(malformed, fault);
        }

        var payloadHash = computedPayloadHash ?? DeclaredPayloadHash(request, target);
        return CheckScope(claim, malformed) ?? CheckTime(claim) ?? CheckHeaders(claim, request) ?? (payloadHash is null
            ? new SigV4Refusal(SigV4Fault.MissingPayloadHash, "Missing required header for this request: x-amz-content-sha256")
            : CheckSignature(claim, request, target, payloadHash));
    }

    // Version 2: "Authorization: AWS key:signature", or, as the first AWS CLI still presigns, AWSAccessKeyId and Signature.
    private static bool IsOlderVersion(HttpRequest request, RequestTarget target) =>
        request.Headers.Authorization.ToString().StartsWith("AWS ", StringComparison.Ordinal) || target["AWSAccessKeyId"] is not null;

    private static string? DeclaredPayloadHash(HttpRequest request, RequestTarget target) =>
        request.Headers.TryGetValue("x-amz-content-sha256", out var header) ? header.ToString()
        : PresignedQuery.IsIn(target) ? target["X-Amz-Content-Sha256"] ?? PayloadHash.Unsigned
        : null;

    private SigV4Refusal? CheckScope(SignatureClaim claim, SigV4Fault malformed) =>
        claim.Scope.Date != claim.Timestamp[..8]
            ? new SigV4Refusal(
                malformed, $"The credential date \"{claim.Scope.Date}\" must be that of the request, \"{claim.Timestamp[..8]}\".")
            : CheckCredential(claim.AccessKeyId, claim.Scope, malformed);

    private SigV4Refusal? CheckCredential(string accessKeyId, CredentialScope scope, SigV4Fault malformed) => scope switch
    {
        _ when scope.Service != service => new SigV4Refusal(malformed, $"The service '{scope.Service}' is wrong; expecting '{service}'"),
        _ when scope.Region != keys.Value.Region =>
            new SigV4Refusal(malformed, $"The region '{scope.Region}' is wrong; expecting '{keys.Value.Region}'"),
        _ when accessKeyId != keys.Value.AccessKeyId => new SigV4Refusal(
            SigV4Fault.UnknownAccessKey, "The AWS Access Key Id you provided does not exist in our records."),
        _ => null,
    };

    private SigV4Refusal? CheckTime(SignatureClaim claim)
    {
        var age = time.GetUtcNow() - claim.SignedAt;
        return claim.Lifetime switch
        {
            null when age.Duration() > s_maxSkew => new SigV4Refusal(
                SigV4Fault.ClockSkew, "The difference between the request time and the current time is too large."),
            { } when age < -s_maxSkew => new SigV4Refusal(SigV4Fault.NotYetValid, "Request is not valid yet"),
            { } lifetime when age > lifetime => new SigV4Refusal(SigV4Fault.Expired, "Request has expired"),
            _ => null,
        };
    }

    // An unsigned x-amz- header could be added by whoever holds a presigned URL, and would change what the request does.
    private static SigV4Refusal? CheckHeaders(SignatureClaim claim, HttpRequest request)
    {
        var unsigned = request.Headers.Keys
            .Where(name => name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) || name.Equals("host", StringComparison.OrdinalIgnoreCase))
            .Where(name => !claim.SignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            .ToArray();
        return unsigned is [] ? null : new SigV4Refusal(
            SigV4Fault.HeaderNotSigned,
            $"There were headers present in the request which were not signed: {string.Join(", ", unsigned)}");
    }

    private SigV4Result CheckSignature(SignatureClaim claim, HttpRequest request, RequestTarget target, string payloadHash)
    {
        var headers = claim.SignedHeaders.Select(name => KeyValuePair.Create(name, request.Headers[name].ToString()));
        var canonicalRequest = CanonicalRequest.Create(request.Method, service, target, headers, payloadHash);
        var stringToSign = StringToSign.Create(claim.Timestamp, claim.Scope, canonicalRequest);
        var key = KeyFor(claim.Scope);
        return key.Verify(stringToSign, claim.Signature)
            ? new SigV4Verified(
                claim.AccessKeyId, claim.Scope, claim.Timestamp, claim.Signature, payloadHash, key, claim.Lifetime is not null)
            : Mismatch(canonicalRequest, stringToSign);
    }

    private SigningKey KeyFor(CredentialScope scope) => SigningKey.Derive(keys.Value.SecretAccessKey, scope);

    private static SigV4Refusal Mismatch(string canonicalRequest, string stringToSign) =>
        new(
            SigV4Fault.Mismatch,
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.")
        {
            CanonicalRequest = canonicalRequest,
            StringToSign = stringToSign,
        };
}
