using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Iris.ImageApi.Problems;

internal sealed class UnsupportedMediaType(string detail) : Problem(
    StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The media type is not supported.", detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe<ProblemDetails>(builder, StatusCodes.Status415UnsupportedMediaType);
}
