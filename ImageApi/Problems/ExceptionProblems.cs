using System.Text.Json;
using System.Text.RegularExpressions;
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

    private static Problem FaultOfCaller(BadHttpRequestException bad) => bad switch
    {
        { StatusCode: not StatusCodes.Status400BadRequest } => new OtherProblem(bad.StatusCode),
        { InnerException: JsonException json } => new InvalidRequest(FieldOf(json), "Is not the JSON that the contract asks for."),
        _ => new InvalidRequest(ParameterOf(bad), "Is missing or of the wrong type."),
    };

    // "$.size" names a field; "$" stands for a body that is no object, or no JSON.
    private static string FieldOf(JsonException json) => json.Path?.TrimStart('$', '.') is { Length: > 0 } field ? field : "body";

    // The framework tells it in its message only: Failed to bind parameter "Nullable<int> limit" from "many".
    private static string ParameterOf(BadHttpRequestException bad) =>
        Parameter.Match(bad.Message) is { Success: true } match ? match.Groups["name"].Value : "body";

    [GeneratedRegex("""parameter "[^"]*?(?<name>\w+)" """)]
    private static partial Regex Parameter { get; }

    [LoggerMessage(1, LogLevel.Error, "An AWS service failed.")]
    private partial void LogOutage(Exception exception);

    [LoggerMessage(2, LogLevel.Error, "{Method} {Path} ended in an exception.")]
    private partial void LogBug(Exception exception, string method, PathString path);
}
