using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Microsoft.Extensions.Options;

namespace Iris.Ops.Data;

/// <summary>Every object of the bucket that is Iris's, originals and derivatives: all of them, their removal by the thousand.</summary>
internal sealed class ObjectListing(IAmazonS3 s3, IOptions<CatalogOptions> options)
{
    /// <summary>What one DeleteObjects takes.</summary>
    public const int KeysPerRequest = 1000;

    private readonly string _bucket = options.Value.BucketName;

    public IAsyncEnumerable<S3Object> ReadAsync(CancellationToken cancellationToken) =>
        ReadAsync(ObjectKeys.Uploads, cancellationToken).Concat(ReadAsync(ObjectKeys.Images, cancellationToken));

    public async Task DeleteAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => await s3.DeleteObjectsAsync(
        new DeleteObjectsRequest
        {
            BucketName = _bucket,
            Quiet = true,
            Objects = [.. keys.Select(static key => new KeyVersion { Key = key })],
        },
        cancellationToken);

    /// <summary>The image that an object belongs to; null when its key names none.</summary>
    public static ImageId? ImageOf(string key) => key.Split('/') is [_, var id, ..] && ImageId.TryParse(id, out var image) ? image : null;

    private async IAsyncEnumerable<S3Object> ReadAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = prefix };

        await foreach (var page in s3.Paginators.ListObjectsV2(request).Responses.WithCancellation(cancellationToken))
        {
            foreach (var found in page.S3Objects ?? [])
            {
                yield return found;
            }
        }
    }
}
