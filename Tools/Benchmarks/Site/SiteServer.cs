using Iris.Tests.Support;

namespace Iris.Benchmarks.Site;

/// <summary>The exported site at the cloudFront, over a gallery of ready pictures.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private readonly GalleryServer _gallery;
    private readonly ServerProcess _edge;

    private SiteServer(GalleryServer gallery, ServerProcess cloudFront, Uri url) => (_gallery, _edge, Url) = (gallery, cloudFront, url);

    public Uri Url { get; }

    public static async Task<SiteServer> StartAsync(int pictures, CancellationToken cancellationToken)
    {
        var files = await ExportedSite.GetAsync(cancellationToken);
        var gallery = await GalleryServer.StartAsync((stack, cancellation) => FillAsync(stack, pictures, cancellation), cancellationToken);
        var url = new Uri($"http://localhost:{ServerProcess.FreePort()}");
        var cloudFront = ServerProcess.Start(
            Repository.Root,
            "dotnet",
            [ServerProcess.AssemblyOf("LocalAws.CloudFront")],
            new Dictionary<string, string>(gallery.Settings)
            {
                ["ASPNETCORE_URLS"] = url.ToString(),
                ["CloudFront__ApiOrigin"] = gallery.Api.ToString(),
                ["CloudFront__SiteDirectory"] = files,
                ["Logging__LogLevel__Default"] = "Warning",
            });
        var site = new SiteServer(gallery, cloudFront, url);

        try
        {
            await cloudFront.AnswersAsync(new Uri(url, "/api/images"), cancellationToken);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _edge.DisposeAsync();
        await _gallery.DisposeAsync();
    }

    private static async Task FillAsync(LocalStack stack, int pictures, CancellationToken cancellationToken)
    {
        using var s3 = stack.CreateS3Client();
        using var dynamoDB = stack.CreateDynamoDBClient();
        await new ReadyPictures(s3, LocalStack.BucketName, dynamoDB, stack.TableName).AddAsync(pictures, "Scroll", cancellationToken);
    }
}
