using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace Iris.Catalog.Objects;

/// <summary>The bytes of images in S3: originals under <c>uploads/</c>, derivatives and outcomes under <c>images/</c>.</summary>
internal sealed class ImageObjects(IAmazonS3 s3, IOptions<CatalogOptions> options)
{
    // What is deleted or processed again has left CloudFront a second later and browsers after a minute; until it changes, its ETag answers
    // (decision 16).
    private const string CacheControl = "public, max-age=60, s-maxage=1";

    // A browser asks again each time, and CloudFront after the second that is its least age.
    private const string OutcomeCacheControl = "no-cache";

    private readonly string _bucket = options.Value.BucketName;

    /// <summary>Whether an image's original is there.</summary>
    public async Task<bool> HasOriginalAsync(ImageId id, CancellationToken cancellationToken)
    {
        try
        {
            await s3.GetObjectMetadataAsync(_bucket, ObjectKeys.Original(id), cancellationToken);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <summary>Opens the original, or returns null when there is none.</summary>
    public async Task<Original?> OpenOriginalAsync(ImageId id, CancellationToken cancellationToken)
    {
        try
        {
            var response = await s3.GetObjectAsync(_bucket, ObjectKeys.Original(id), cancellationToken);
            return new Original(response.ResponseStream, response.ContentLength);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Puts a derivative; the same one may be put again.</summary>
    /// <param name="id">The image.</param>
    /// <param name="edge">Its longest side as asked for: 300, 600 or 1600.</param>
    /// <param name="webp">The bytes: a seekable stream, which stays open.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    public Task PutDerivativeAsync(ImageId id, int edge, Stream webp, CancellationToken cancellationToken)
    {
        var request = new PutObjectRequest
        {
            BucketName = _bucket,
            Key = ObjectKeys.Derivative(id, edge),
            InputStream = webp,
            AutoCloseStream = false,
            ContentType = Derivative.ContentType,
        };
        request.Headers.CacheControl = CacheControl;
        return s3.PutObjectAsync(request, cancellationToken);
    }

    /// <summary>Puts what became of an image; the same may be put again.</summary>
    public Task PutOutcomeAsync(ImageId id, byte[] json, CancellationToken cancellationToken)
    {
        var request = new PutObjectRequest
        {
            BucketName = _bucket,
            Key = ObjectKeys.Outcome(id),
            InputStream = new MemoryStream(json, writable: false),
            ContentType = "application/json",
        };
        request.Headers.CacheControl = OutcomeCacheControl;
        return s3.PutObjectAsync(request, cancellationToken);
    }

    /// <summary>Removes what was told of an image's end; that it is not there is no matter.</summary>
    public Task DeleteOutcomeAsync(ImageId id, CancellationToken cancellationToken) =>
        s3.DeleteObjectAsync(_bucket, ObjectKeys.Outcome(id), cancellationToken);

    /// <summary>Makes S3 report the original as created once more, by copying it onto itself. False when there is no original.</summary>
    public async Task<bool> EmitAgainAsync(Image image, CancellationToken cancellationToken)
    {
        var key = ObjectKeys.Original(image.Id);

        try
        {
            await s3.CopyObjectAsync(
                new CopyObjectRequest
                {
                    SourceBucket = _bucket,
                    SourceKey = key,
                    DestinationBucket = _bucket,
                    DestinationKey = key,
                    // S3 refuses a copy onto itself that changes nothing; writing the same metadata once more is change enough.
                    MetadataDirective = S3MetadataDirective.REPLACE,
                    ContentType = image.ContentType,
                },
                cancellationToken);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <summary>Removes outcome, derivatives and original; what is not there is no matter.</summary>
    public Task DeleteAsync(ImageId id, CancellationToken cancellationToken) => s3.DeleteObjectsAsync(
        new DeleteObjectsRequest
        {
            BucketName = _bucket,
            Quiet = true,
            Objects =
            [
                .. Derivative.Edges.Select(edge => ObjectKeys.Derivative(id, edge)).Prepend(ObjectKeys.Outcome(id))
                    .Append(ObjectKeys.Original(id)).Select(static key => new KeyVersion { Key = key }),
            ],
        },
        cancellationToken);
}

/// <summary>The bytes of an original, to be read once and disposed.</summary>
/// <param name="Content">The bytes, straight from the connection.</param>
/// <param name="Size">How many there are.</param>
internal sealed record Original(Stream Content, long Size) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
