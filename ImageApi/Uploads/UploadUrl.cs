using Amazon.S3;
using Amazon.S3.Model;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.Catalog.Table;
using Microsoft.Extensions.Options;

namespace Iris.ImageApi.Uploads;

/// <summary>
/// Signs a PUT of an image's original that binds host, length, type, checksum and <c>if-none-match: *</c>: S3 then accepts these bytes
/// and no others, once. What is signed beside the headers of the answer, <c>host</c> and <c>content-length</c>, every client sends anyway.
/// </summary>
internal sealed class UploadUrl(IAmazonS3 s3, IOptions<CatalogOptions> catalog, TimeProvider clock)
{
    /// <summary>Everybody's ticket is for what they announced themselves, whoever announced the same bytes before.</summary>
    public async Task<Upload> SignAsync(Announcement image)
    {
        var expiresAt = (Timestamp.Now(clock) + ImageCatalog.TicketLifetime).UtcDateTime;
        var request = new GetPreSignedUrlRequest
        {
            BucketName = catalog.Value.BucketName,
            Key = ObjectKeys.Original(image.Id),
            Verb = HttpVerb.PUT,
            Expires = expiresAt,
            Protocol = s3.Config.ServiceURL?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) == true
                ? Protocol.HTTP
                : Protocol.HTTPS,
        };
        request.Headers.ContentLength = image.Size;
        Dictionary<string, string> headers = new()
        {
            ["content-type"] = request.Headers.ContentType = image.ContentType,
            ["x-amz-checksum-sha256"] = request.Headers["x-amz-checksum-sha256"] = Convert.ToBase64String(
                Convert.FromHexString(image.Sha256)),
            ["if-none-match"] = request.Headers["if-none-match"] = "*",
        };
        return new Upload(HttpMethods.Put, new Uri(await s3.GetPreSignedURLAsync(request)), headers, expiresAt);
    }
}

/// <summary>The one request that uploads the file.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="Headers">The headers that it must bear.</param>
/// <param name="ExpiresAt">Until when it may begin.</param>
internal sealed record Upload(string Method, Uri Url, IReadOnlyDictionary<string, string> Headers, DateTime ExpiresAt);
