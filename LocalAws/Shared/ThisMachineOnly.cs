using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LocalAws.Shared;

/// <summary>
/// Keeps out what web pages of elsewhere make a browser on this machine ask: by a name of their own that leads here (DNS rebinding), or by
/// this machine's name from their site. Browsers tell of the second in <c>Sec-Fetch-Site</c>
/// (<see href="https://www.w3.org/TR/fetch-metadata/"/>); other clients do not send it and are not asked for it.
/// </summary>
public static class ThisMachineOnly
{
    /// <summary>Refuses such requests before anything else sees them: 400 for the name, 403 for the site, each with a sentence.</summary>
    /// <param name="app">The server.</param>
    /// <param name="showsPages">Whether people may follow a link from another site to here.</param>
    public static IApplicationBuilder UseThisMachineOnly(this IApplicationBuilder app, bool showsPages = false) => app.Use((context, next) =>
        !IsThisMachine(context.Request.Host.Host)
            ? RefuseAsync(
                context, StatusCodes.Status400BadRequest, "This server is for this machine alone. Call it localhost or 127.0.0.1.")
        : IsOfAnotherSite(context.Request) && !(showsPages && FollowsALink(context.Request))
            ? RefuseAsync(
                context, StatusCodes.Status403Forbidden, "This server is for this machine alone. A page of another site may not ask it.")
        : next(context));

    private static bool IsThisMachine(string host) =>
        host is "127.0.0.1" or "[::1]"
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    // To a browser localhost and 127.0.0.1 are two sites. A page cannot choose what its Origin says.
    private static bool IsOfAnotherSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] == "cross-site"
        && !(Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && IsThisMachine(origin.Host));

    private static bool FollowsALink(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate";

    private static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaTypeNames.Text.Plain;
        return context.Response.WriteAsync(reason, context.RequestAborted);
    }
}
