using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Iris.ImageApi.Problems;

internal sealed class FileTooLarge(long size, long limit) : Problem(
    StatusCodes.Status413PayloadTooLarge, "file-too-large", "The file is too large.", $"It has {size} bytes; {limit} are allowed."), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe<ProblemDetails>(builder, StatusCodes.Status413PayloadTooLarge);
}
