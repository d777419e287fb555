using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Iris.ImageApi.Problems;

/// <summary>400: names each field that is wrong, and says how it should be.</summary>
internal sealed class InvalidRequest(IDictionary<string, string[]> errors) : Problem(
    StatusCodes.Status400BadRequest, "invalid-request", "The request is not valid.", $"Wrong: {string.Join(", ", errors.Keys)}."), IEndpointMetadataProvider
{
    public InvalidRequest(string field, string message) : this(new Dictionary<string, string[]> { [field] = [message] })
    {
    }

    public InvalidRequest(IEnumerable<string> numbers) : this(numbers.ToDictionary(static name => name, static _ => (string[])["Must be a whole number."]))
    {
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe<HttpValidationProblemDetails>(builder, StatusCodes.Status400BadRequest);

    protected override ProblemDetails Details() => new HttpValidationProblemDetails(errors);
}
