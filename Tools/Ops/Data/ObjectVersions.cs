using Amazon.S3;
using Amazon.S3.Model;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Microsoft.Extensions.Options;

namespace Iris.Ops.Data;

/// <summary>What a bucket with versions keeps of an original that was deleted.</summary>
internal sealed class ObjectVersions(IAmazonS3 s3, IOptions<CatalogOptions> options)
{
    /// <summary>Each time that somebody announces the same bytes and deletes that, a delete marker goes before.</summary>
    private const int MaximumVersions = 100_000;

    private readonly string _bucket = options.Value.BucketName;

    /// <summary>The original's latest version, or null when the bucket keeps none.</summary>
    public async Task<string?> FindLatestAsync(ImageId id, CancellationToken cancellationToken)
    {
        var key = ObjectKeys.Original(id);
        var request = new ListVersionsRequest { BucketName = _bucket, Prefix = key };

        // S3 lists the newest version of a key first.
        var latest = await s3.Paginators.ListVersions(request).Versions
            .Take(MaximumVersions)
            .FirstOrDefaultAsync(version => version.Key == key && version.IsDeleteMarker is not true, cancellationToken);
        return latest?.VersionId;
    }

    /// <summary>Makes the version the current one, by a copy of it: S3 reports that as created, which invokes the processor.</summary>
    public Task RestoreAsync(Image image, string version, CancellationToken cancellationToken) => s3.CopyObjectAsync(
        new CopyObjectRequest
        {
            SourceBucket = _bucket,
            SourceKey = ObjectKeys.Original(image.Id),
            SourceVersionId = version,
            DestinationBucket = _bucket,
            DestinationKey = ObjectKeys.Original(image.Id),
            MetadataDirective = S3MetadataDirective.REPLACE,
            ContentType = image.ContentType,
        },
        cancellationToken);
}
