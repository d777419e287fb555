using Microsoft.AspNetCore.Http.Metadata;

namespace Iris.ImageApi;

/// <summary>The largest request has a few hundred bytes; pictures go to S3.</summary>
internal sealed class RequestSizeLimit : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => 16 * 1024;
}

internal static class RequestSizeLimits
{
    public static RouteGroupBuilder WithRequestSizeLimit(this RouteGroupBuilder group) => group.WithMetadata(new RequestSizeLimit());
}
