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
