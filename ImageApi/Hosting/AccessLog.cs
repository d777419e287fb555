using System.Net;
using Iris.ImageApi.Callers;
using Microsoft.Extensions.Primitives;

namespace Iris.ImageApi.Hosting;

/// <summary>
/// Who asked for what. API Gateway's own log cannot tell: to it CloudFront is who asks, and it logs no header. Neither names, queries nor
/// anything else that a person wrote are kept, and these for as long as the log group says.
/// </summary>
internal sealed partial class AccessLog(RequestDelegate next, ILogger<AccessLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);

        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
        {
            var request = context.Request;
            LogAnswered(
                ViewerOf(request.Headers["X-Forwarded-For"], context.Connection.RemoteIpAddress),
                context.User.FindFirst(TokenClaim.Subject)?.Value,
                request.Method,
                route,
                context.Response.StatusCode);
        }
    }

    /// <summary>
    /// Each on the way appends whom it was asked by: CloudFront the viewer, API Gateway CloudFront. What stands before was the viewer's
    /// own to write.
    /// </summary>
    /// <param name="forwarded">What <c>X-Forwarded-For</c> says.</param>
    /// <param name="peer">Who asks the API, which on AWS is CloudFront.</param>
    internal static string? ViewerOf(StringValues forwarded, IPAddress? peer)
    {
        var way = forwarded.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var asked = way is [.. var before, var last] && last == peer?.ToString() ? before : way;
        return asked is [.., var viewer] && IPAddress.TryParse(viewer, out var address) ? address.ToString() : peer?.ToString();
    }

    [LoggerMessage(1, LogLevel.Information, "{Viewer}, {Subject}: {Method} {Route} {Status}")]
    private partial void LogAnswered(string? viewer, string? subject, string method, string route, int status);
}
