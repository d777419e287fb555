using Microsoft.AspNetCore.Mvc;

namespace Iris.ImageApi.Problems;

/// <summary>An answer that says no, as RFC 9457 wants it. Each kind is a type, so that an endpoint's signature tells which it may give.</summary>
internal abstract class Problem(int status, string type, string title, string? detail) : IResult
{
    public const string MediaType = "application/problem+json";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var details = Details();
        details.Status = status;
        details.Type = $"urn:iris:problem:{type}";
        details.Title = title;
        details.Detail = detail;

        return TypedResults.Problem(details).ExecuteAsync(httpContext);
    }

    protected virtual ProblemDetails Details() => new();

    protected static void Describe<TDetails>(EndpointBuilder builder, int status) where TDetails : ProblemDetails =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(TDetails), [MediaType]));
}
