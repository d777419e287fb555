using System.Reflection;
using Iris.Catalog;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Iris.ImageApi.Problems;

internal sealed class ImageNotFound(ImageId id) : Problem(
    StatusCodes.Status404NotFound, "image-not-found", "There is no such image.", $"No image has the id {id}."), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe<ProblemDetails>(builder, StatusCodes.Status404NotFound);
}
