using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace Iris.ImageApi.Problems;

/// <summary>Turns an exception into the problem that it means: the caller's fault, an outage behind us, or a bug.</summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    private const string RetryAfterSeconds = "2";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException bad)
        {
            await FaultOfCaller(bad).ExecuteAsync(httpContext);
        }
        else if (Outage.Is(exception))
        {
            LogOutage(exception);
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            await new OtherProblem(StatusCodes.Status503ServiceUnavailable, "A service behind this one does not answer as it should.").ExecuteAsync(httpContext);
        }
        else
        {
            LogBug(exception, httpContext.Request.Method, httpContext.Request.Path);
            await new OtherProblem(StatusCodes.Status500InternalServerError).ExecuteAsync(httpContext);
        }

        return true;
    }

    private static Problem FaultOfCaller(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status400BadRequest => new InvalidRequest(FieldOf(bad.InnerException as JsonException), "Is not what the contract asks for."),
        var status => new OtherProblem(status),
    };

    // "$.size" names a field. "$" stands for a body that is no object or no JSON, and so does the lack of one.
    private static string FieldOf(JsonException? json) => json?.Path?.TrimStart('$', '.') is { Length: > 0 } field ? field : "body";

    [LoggerMessage(1, LogLevel.Error, "An AWS service failed.")]
    private partial void LogOutage(Exception exception);

    [LoggerMessage(2, LogLevel.Error, "{Method} {Path} ended in an exception.")]
    private partial void LogBug(Exception exception, string method, PathString path);
}
