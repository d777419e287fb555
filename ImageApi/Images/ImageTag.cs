using System.Buffers.Text;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Iris.Catalog.Outcomes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Iris.ImageApi.Images;

/// <summary>
/// The entity tag of an image: a digest of what is told of it, so that nothing can change without the tag. Weak, since it is the same
/// whether the answer is compressed or not (RFC 9110, 8.8.1).
/// </summary>
internal static class ImageTag
{
    /// <summary>Tags the answer, and tells whether the caller has this very representation already.</summary>
    public static bool Matches(HttpContext http, ImageDetail image)
    {
        var digest = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(image, ApiJson.Default.ImageDetail));
        var tag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(digest)}\"", isWeak: true);
        http.Response.Headers.ETag = tag.ToString();

        // Keep it, but ask each time: an image changes while it is processed. And only the caller may: whose it is, is told to each alone.
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.Headers.IfNoneMatch is { Count: > 0 } known && Contains(known, tag);
    }

    private static bool Contains(StringValues known, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(known, out var tags)
        && tags.Any(candidate => candidate.Compare(tag, useStrongComparison: false));
}

internal sealed class NotModified : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
}
