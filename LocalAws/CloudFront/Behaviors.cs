using LocalAws.CloudFront.Headers;
using LocalAws.CloudFront.Origins;
using LocalAws.CloudFront.Site;
using Microsoft.Extensions.Options;

namespace LocalAws.CloudFront;

/// <summary>The behaviours of the distribution: the first whose path pattern fits answers, and no other sees the request.</summary>
internal static class Behaviors
{
    private static readonly string[] s_read = ["GET", "HEAD"];
    private static readonly string[] s_all = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.UseMiddleware<SecurityHeadersMiddleware>();

    public static void UsePathGuard(this IApplicationBuilder app) => app.UseMiddleware<PathGuardMiddleware>();

    // Ordinal, as CloudFront's path patterns are: /API/ and /Images/ are pages that do not exist.
    public static void UseBehavior(this IApplicationBuilder app, string pathPrefix, Action<IApplicationBuilder> behavior) => app.MapWhen(
        context => context.GetEndpoint() is null && context.Request.Path.Value!.StartsWith(pathPrefix, StringComparison.Ordinal), behavior);

    public static void UseApi(this IApplicationBuilder api)
    {
        api.Use(AllowedMethods.Only(s_all));
        api.Run(api.ApplicationServices.GetRequiredService<ApiOrigin>().AnswerAsync);
    }

    public static void UseImages(this IApplicationBuilder images)
    {
        images.Use(AllowedMethods.Only(s_read));
        images.Run(images.ApplicationServices.GetRequiredService<ImagesOrigin>().AnswerAsync);
    }

    public static void UseSite(this IApplicationBuilder site)
    {
        if (site.ApplicationServices.GetRequiredService<IOptions<CloudFrontOptions>>().Value.SiteOrigin is not null)
        {
            site.Run(site.ApplicationServices.GetRequiredService<SiteOrigin>().AnswerAsync);
            return;
        }

        site.Use(AllowedMethods.Only(s_read));
        site.UseResponseCompression();
        site.UseSiteFiles();
        site.Run(site.ApplicationServices.GetRequiredService<NotFoundPage>().AnswerAsync);
    }
}

/// <summary>The methods that a behaviour forwards; the others end here.</summary>
internal static class AllowedMethods
{
    public static Func<HttpContext, RequestDelegate, Task> Only(params string[] methods) => (context, next) =>
    {
        if (methods.Contains(context.Request.Method))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", methods);
        return Task.CompletedTask;
    };
}
