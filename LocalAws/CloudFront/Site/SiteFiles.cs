using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace LocalAws.CloudFront.Site;

/// <summary>The folder of the exported site; empty when a development server makes the site.</summary>
internal sealed class SiteFiles(IOptions<CloudFrontOptions> options, IHostEnvironment environment) : IDisposable
{
    private readonly PhysicalFileProvider? _folder = options.Value.SiteDirectory is { } directory
        ? new(Path.GetFullPath(Path.Combine(environment.ContentRootPath, directory)))
        : null;

    public IFileProvider Provider => (IFileProvider?)_folder ?? new NullFileProvider();

    public void Dispose() => _folder?.Dispose();
}

internal static class SiteFilesPipeline
{
    private const string Immutable = "public, max-age=31536000, immutable";
    private const string Revalidate = "public, max-age=0, must-revalidate";

    public static void UseSiteFiles(this IApplicationBuilder site)
    {
        site.Use(static (context, next) =>
        {
            context.Request.Path = SiteRewrite.ToFile(context.Request.Path.Value!);
            return next(context);
        });
        site.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = site.ApplicationServices.GetRequiredService<SiteFiles>().Provider,
            OnPrepareResponse = SetCacheControl,
        });
    }

    // Names under _next/static carry a hash of their content.
    private static void SetCacheControl(StaticFileResponseContext context) => context.Context.Response.Headers.CacheControl =
        context.Context.Request.Path.StartsWithSegments("/_next/static", StringComparison.Ordinal) ? Immutable : Revalidate;
}
