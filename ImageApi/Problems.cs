using System.Globalization;
using System.Reflection;
using Iris.Catalog;
using Iris.Catalog.Budget;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Iris.ImageApi;

/// <summary>
/// An answer that says no, as RFC 9457 wants it. Each kind is a type, so that an endpoint's signature tells which it may give.
/// </summary>
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
        Describe(httpContext.Response.Headers);
        return TypedResults.Problem(details).ExecuteAsync(httpContext);
    }

    protected virtual ProblemDetails Details() => new();

    protected virtual void Describe(IHeaderDictionary headers)
    {
    }

    protected static void Describe<TDetails>(EndpointBuilder builder, int status) where TDetails : ProblemDetails =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(TDetails), [MediaType]));
}

/// <summary>400: names each field that is wrong, and says how it should be.</summary>
internal sealed class InvalidRequest(IDictionary<string, string[]> errors) : Problem(
    StatusCodes.Status400BadRequest,
    "invalid-request",
    "The request is not valid.",
    $"Wrong: {string.Join(", ", errors.Keys)}."), IEndpointMetadataProvider
{
    public InvalidRequest(string field, string message) : this(new Dictionary<string, string[]> { [field] = [message] })
    {
    }

    public InvalidRequest(IEnumerable<string> numbers) : this(
        numbers.ToDictionary(static name => name, static _ => (string[])["Must be a whole number."]))
    {
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe<HttpValidationProblemDetails>(builder, StatusCodes.Status400BadRequest);

    protected override ProblemDetails Details() => new HttpValidationProblemDetails(errors);
}

internal sealed class FileTooLarge(long size, long limit) : Problem(
    StatusCodes.Status413PayloadTooLarge,
    "file-too-large",
    "The file is too large.",
    $"It has {size} bytes; {limit} are allowed."), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe<ProblemDetails>(builder, StatusCodes.Status413PayloadTooLarge);
}

internal sealed class UnsupportedMediaType(string detail) : Problem(
    StatusCodes.Status415UnsupportedMediaType,
    "unsupported-media-type",
    "The media type is not supported.",
    detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe<ProblemDetails>(builder, StatusCodes.Status415UnsupportedMediaType);
}

internal sealed class NotYours(ImageId id) : Problem(
    StatusCodes.Status403Forbidden,
    "not-yours",
    "The image is not yours.",
    $"Only whoever uploaded the image {id} may delete or retry it, from the same browser or signed in as the same person."),
    IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe<ProblemDetails>(builder, StatusCodes.Status403Forbidden);
}

internal sealed class ImageNotFound(ImageId id) : Problem(
    StatusCodes.Status404NotFound, "image-not-found", "There is no such image.", $"No image has the id {id}."), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe<ProblemDetails>(builder, StatusCodes.Status404NotFound);
}

internal sealed class IdTaken(ImageId id) : Problem(
    StatusCodes.Status409Conflict,
    "id-taken",
    "Another image has this id.",
    $"The hash of the image {id} is another one, although it begins as the announced one does."), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe<ProblemDetails>(builder, StatusCodes.Status409Conflict);
}

internal sealed class NotRetryable(string detail) : Problem(
    StatusCodes.Status409Conflict, "not-retryable", "The image cannot be retried.", detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe<ProblemDetails>(builder, StatusCodes.Status409Conflict);
}

/// <summary>429: as many images are new today as may be. What is known already is not concerned.</summary>
internal sealed class DayIsSpent(BudgetOutcome.Spent spent, DateTimeOffset now) : Problem(
    StatusCodes.Status429TooManyRequests,
    "day-is-spent",
    spent.ByOneOwner ? "That is all that one visitor may add today." : "That is all that may be added today.",
    $"New images are taken again from {spent.OpensAt:yyyy-MM-dd'T'HH:mm:ss'Z'} on."), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe<ProblemDetails>(builder, StatusCodes.Status429TooManyRequests);

    protected override void Describe(IHeaderDictionary headers) =>
        headers.RetryAfter = ((long)Math.Ceiling((spent.OpensAt - now).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}

/// <summary>What no endpoint gives itself: no such route or method, a body that is too large, an outage.</summary>
internal sealed class OtherProblem(int status, string? detail = null)
    : Problem(status, TypeOf(status), ReasonPhrases.GetReasonPhrase(status), detail)
{
    private static string TypeOf(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => "content-too-large",
        StatusCodes.Status415UnsupportedMediaType => "unsupported-media-type",
        _ => ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant().Replace(' ', '-'),
    };
}
