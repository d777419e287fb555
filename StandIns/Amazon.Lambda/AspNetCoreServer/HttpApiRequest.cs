using System.Diagnostics;
using System.Net;
using System.Security.Claims;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Net.Http.Headers;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>Presents an HTTP API request to ASP.NET Core as Kestrel would present the request that the caller sent.</summary>
internal static class HttpApiRequest
{
    public static FeatureCollection ToFeatures(
        APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context, CancellationTokenSource aborted, ResponseFeature response)
    {
        var body = new RequestBody(BodyOf(request));
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(Request(request, body));
        features.Set<IHttpRequestBodyDetectionFeature>(body);
        features.Set<IHttpMaxRequestBodySizeFeature>(body);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(response);
        features.Set<IHttpRequestLifetimeFeature>(new RequestLifetime(aborted));
        features.Set<IHttpRequestIdentifierFeature>(
            new HttpRequestIdentifierFeature { TraceIdentifier = request.RequestContext?.RequestId ?? context.AwsRequestId });
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature
        {
            ConnectionId = context.AwsRequestId,
            RemoteIpAddress = IPAddress.TryParse(request.RequestContext?.Http?.SourceIp, out var address) ? address : null,
        });
        features.Set<IHttpAuthenticationFeature>(new HttpAuthenticationFeature { User = UserOf(request) });
        features.Set<IItemsFeature>(new ItemsFeature
        {
            // The names under which Amazon's server offers them.
            Items = new Dictionary<object, object?>(2) { ["LambdaContext"] = context, ["LambdaRequestObject"] = request },
        });
        return features;
    }

    /// <summary>Whom the route's authorizer has found in a token: its claims under their own names.</summary>
    private static ClaimsPrincipal? UserOf(APIGatewayHttpApiV2ProxyRequest request) =>
        request.RequestContext?.Authorizer?.Jwt?.Claims is { Count: > 0 } claims
            ? new(new ClaimsIdentity(claims.Select(static claim => new Claim(claim.Key, claim.Value)), "AuthorizerIdentity"))
            : null;

    private static HttpRequestFeature Request(APIGatewayHttpApiV2ProxyRequest request, RequestBody body)
    {
        var rawPath = request.RawPath is { Length: > 0 } path ? path : "/";
        var query = request.RawQueryString is { Length: > 0 } raw ? "?" + raw : "";
        var (pathBase, rest) = SplitStage(rawPath, request.RequestContext?.Stage);
        var headers = Headers(request, body.Length);
        return new HttpRequestFeature
        {
            Method = request.RequestContext?.Http?.Method ?? HttpMethods.Get,
            Protocol = request.RequestContext?.Http?.Protocol ?? HttpProtocol.Http11,
            Scheme = headers["X-Forwarded-Proto"] is [{ Length: > 0 } scheme, ..] ? scheme : "https",
            PathBase = pathBase,
            Path = PathString.FromUriComponent(rest).Value!,
            QueryString = query,
            RawTarget = rawPath + query,
            Headers = headers,
            Body = body,
        };
    }

    /// <summary>A named stage begins the path and belongs to no route: <c>/prod/images</c> is <c>/images</c> below <c>/prod</c>.</summary>
    private static (string PathBase, string Path) SplitStage(string path, string? stage)
    {
        var prefix = stage is { Length: > 0 } and not "$default" ? "/" + stage : "";
        return prefix.Length > 0 && path.StartsWith(prefix, StringComparison.Ordinal)
            && (path.Length == prefix.Length || path[prefix.Length] == '/')
            ? (prefix, path.Length == prefix.Length ? "/" : path[prefix.Length..])
            : ("", path);
    }

    private static HeaderDictionary Headers(APIGatewayHttpApiV2ProxyRequest request, long bodyLength)
    {
        var headers = new HeaderDictionary((request.Headers?.Count ?? 0) + 2);
        foreach (var (name, value) in request.Headers ?? new Dictionary<string, string>())
        {
            headers[name] = value;
        }

        if (request.Cookies is { Length: > 0 } cookies)
        {
            headers[HeaderNames.Cookie] = string.Join("; ", cookies);
        }

        if (bodyLength > 0)
        {
            headers.ContentLength = bodyLength;
        }

        ContinueTrace(headers);
        return headers;
    }

    /// <summary>
    /// The caller's traceparent has reached this process already, as the parent of the invocation's span: the request belongs below that
    /// span, not beside it. A traceparent of another trace is left alone.
    /// </summary>
    private static void ContinueTrace(HeaderDictionary headers)
    {
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } invocation
            && headers[HeaderNames.TraceParent] is [{ } parent, ..]
            && parent.Contains(invocation.TraceId.ToHexString(), StringComparison.Ordinal))
        {
            headers[HeaderNames.TraceParent] = id;
        }
    }

    private static byte[] BodyOf(APIGatewayHttpApiV2ProxyRequest request) => request switch
    {
        { Body: null or "" } => [],
        { IsBase64Encoded: true } => Convert.FromBase64String(request.Body),
        _ => Encoding.UTF8.GetBytes(request.Body),
    };
}
