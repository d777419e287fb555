using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Iris.ImageApi.Problems;

internal sealed class NotRetryable(string detail) : Problem(
    StatusCodes.Status409Conflict, "not-retryable", "The image cannot be retried.", detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe<ProblemDetails>(builder, StatusCodes.Status409Conflict);
}
