using LocalAws.S3.Cors;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.S3.Routing;

/// <summary>
/// Answers preflights, which carry no signature, and tells browsers what they may read of every other answer, errors included.
/// </summary>
internal sealed class CorsMiddleware(RequestDelegate next, BucketStore buckets)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Features.GetRequiredFeature<S3Request>();
        var preflight = HttpMethods.IsOptions(context.Request.Method);
        if (context.Request.Headers.Origin.ToString() is { Length: > 0 } origin)
        {
            var method = preflight ? context.Request.Headers.AccessControlRequestMethod.ToString() : context.Request.Method;
            string[] headers = preflight ? List(context.Request.Headers.AccessControlRequestHeaders.ToString()) : [];
            var rule = buckets.Find(request.BucketName)?.Cors.Find(origin, method, headers);
            if (rule is not null)
            {
                Allow(context.Response.Headers, rule, origin, headers);
            }
            else if (preflight)
            {
                await new S3Error(403, "AccessForbidden", "CORSResponse: This CORS request is not allowed.").ExecuteAsync(context);
                return;
            }
        }
        else if (preflight)
        {
            await new S3Error(400, "BadRequest", "Insufficient information. Origin request header needed.").ExecuteAsync(context);
            return;
        }

        if (!preflight)
        {
            await next(context);
        }
    }

    private static void Allow(IHeaderDictionary response, CorsRule rule, string origin, string[] headers)
    {
        var anyone = rule.AllowedOrigins.Contains("*");
        response.AccessControlAllowOrigin = anyone ? "*" : origin;
        response.AccessControlAllowMethods = string.Join(", ", rule.AllowedMethods);
        response.Vary = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";
        if (!anyone)
        {
            response.AccessControlAllowCredentials = "true";
        }

        if (headers.Length > 0)
        {
            response.AccessControlAllowHeaders = string.Join(", ", headers);
        }

        if (rule.ExposeHeaders.Count > 0)
        {
            response.AccessControlExposeHeaders = string.Join(", ", rule.ExposeHeaders);
        }

        if (rule.MaxAgeSeconds is not null)
        {
            response.AccessControlMaxAge = rule.MaxAgeSeconds;
        }
    }

    private static string[] List(string headers) =>
        headers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
