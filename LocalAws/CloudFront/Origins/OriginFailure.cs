using System.Net;
using Microsoft.AspNetCore.Mvc;
using Yarp.ReverseProxy.Forwarder;

namespace LocalAws.CloudFront.Origins;

/// <summary>What is said when an origin is down, too slow or breaks off: problem details with a hint when to try again.</summary>
internal static class OriginFailure
{
    private const string RetryAfterSeconds = "2";

    public static async Task AnswerAsync(HttpContext context, ForwarderError error)
    {
        var problem = Of(error, Unwrap(context.GetForwarderErrorFeature()?.Exception));
        context.Response.StatusCode = problem.Status!.Value;
        context.Response.Headers.CacheControl = "no-store";
        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        await context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }

    // The failures of both directions come together; the body's comes first.
    private static Exception? Unwrap(Exception? exception) =>
        exception is AggregateException { InnerExceptions: [var first, ..] } ? first : exception;

    private static ProblemDetails Of(ForwarderError error, Exception? exception) => (error, exception) switch
    {
        (_, BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }) =>
            Problem(HttpStatusCode.RequestEntityTooLarge, "request-too-large", "The request is larger than any that is answered here."),
        (ForwarderError.RequestBodyClient, _) =>
            Problem(HttpStatusCode.BadRequest, "invalid-request", "The body of the request could not be read."),
        (ForwarderError.RequestTimedOut or ForwarderError.ResponseHeaders, _) =>
            Problem(HttpStatusCode.GatewayTimeout, "origin-timeout", "The answer took too long. Try again in a moment."),
        (_, HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }) =>
            Problem(
                HttpStatusCode.ServiceUnavailable, "origin-unavailable", "This part of Iris is starting or down. Try again in a moment."),
        _ => Problem(HttpStatusCode.BadGateway, "origin-failed", "The answer broke off. Try again in a moment."),
    };

    private static ProblemDetails Problem(HttpStatusCode status, string code, string detail) =>
        new() { Type = $"urn:iris:problem:{code}", Title = detail, Status = (int)status };
}
