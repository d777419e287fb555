using System.Globalization;
using Microsoft.Extensions.Options;

namespace LocalAws.Shared.SigV4;

/// <summary>
/// Signs outgoing requests in the <c>Authorization</c> header, as CloudFront's origin access control signs its requests to S3:
/// host and every <c>x-amz-</c> header, nothing that a proxy on the way may change.
/// </summary>
/// <param name="keys">The key pair and the region to sign with.</param>
/// <param name="time">The clock.</param>
public sealed class SigV4Signer(IOptions<AwsKeyPair> keys, TimeProvider time)
{
    /// <summary>
    /// Sets <c>x-amz-date</c>, <c>x-amz-content-sha256</c>, <c>Authorization</c> and, for temporary keys, <c>x-amz-security-token</c>; a
    /// signature that was there before is replaced.
    /// </summary>
    /// <param name="request">The request, with an absolute URI, all its <c>x-amz-</c> headers, and the <c>Host</c> header if it is not the
    /// URI's.</param>
    /// <param name="service">The service called, for example <c>s3</c>.</param>
    /// <param name="payloadHash">A value of <see cref="PayloadHash"/>.</param>
    public void Sign(HttpRequestMessage request, string service, string payloadHash)
    {
        var uri = request.RequestUri is { IsAbsoluteUri: true } absolute
            ? absolute
            : throw new ArgumentException("A request is signed for its host: its URI must be absolute.", nameof(request));
        var target = RequestTarget.TryParse(uri.PathAndQuery)
            ?? throw new ArgumentException("The path or the query of the URI is not UTF-8.", nameof(request));

        var timestamp = time.GetUtcNow().UtcDateTime.ToString(StringToSign.TimestampFormat, CultureInfo.InvariantCulture);
        Replace(request, "x-amz-date", timestamp);
        Replace(request, "x-amz-content-sha256", payloadHash);
        if (keys.Value.SessionToken is { Length: > 0 } token)
        {
            Replace(request, "x-amz-security-token", token);
        }

        var headers = HeadersToSign(request, uri);
        var scope = new CredentialScope(timestamp[..8], keys.Value.Region, service);
        var canonicalRequest = CanonicalRequest.Create(request.Method.Method, service, target, headers, payloadHash);
        var signature = SigningKey.Derive(keys.Value.SecretAccessKey, scope).Sign(StringToSign.Create(timestamp, scope, canonicalRequest));
        Replace(
            request,
            "Authorization",
            $"{StringToSign.Algorithm} Credential={keys.Value.AccessKeyId}/{scope}, SignedHeaders={string.Join(';', headers.Keys)}, Signature={signature}");
    }

    private static SortedDictionary<string, string> HeadersToSign(HttpRequestMessage request, Uri uri)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = request.Headers.Host ?? uri.Authority };
        foreach (var (name, values) in request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            {
                headers[name.ToLowerInvariant()] = string.Join(',', values);
            }
        }

        return headers;
    }

    private static void Replace(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }
}
