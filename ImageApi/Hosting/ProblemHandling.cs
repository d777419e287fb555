using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using Microsoft.AspNetCore.Http.Metadata;
using IExceptionHandler = Microsoft.AspNetCore.Diagnostics.IExceptionHandler;

namespace Iris.ImageApi.Hosting;

internal static class ProblemHandling
{
    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddExceptionHandler<ExceptionProblems>()
        .AddProblemDetails()
        // In every environment alike: the contract does not depend on where it runs.
        .Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true);

    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(static context => ProblemOf(context.HttpContext).ExecuteAsync(context.HttpContext));
    }

    private static Problem ProblemOf(HttpContext http) =>
        Unbound.In(http) is [_, ..] names ? new InvalidRequest(names) : new OtherProblem(http.Response.StatusCode);
}

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
        else if (IsOutage(exception))
        {
            LogOutage(exception);
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            await new OtherProblem(StatusCodes.Status503ServiceUnavailable, "A service behind this one does not answer as it should.")
                .ExecuteAsync(httpContext);
        }
        else
        {
            LogBug(exception, httpContext.Request.Method, httpContext.Request.Path);
            await new OtherProblem(StatusCodes.Status500InternalServerError).ExecuteAsync(httpContext);
        }

        return true;
    }

    /// <summary>Whether something behind this process is to blame. The SDK has repeated the call already where that could help.</summary>
    private static bool IsOutage(Exception exception) =>
        exception is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException;

    private static Problem FaultOfCaller(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status400BadRequest =>
            new InvalidRequest(FieldOf(bad.InnerException as JsonException), "Is not what the contract asks for."),
        var status => new OtherProblem(status),
    };

    // "$.size" names a field. "$" stands for a body that is no object or no JSON, and so does the lack of one.
    private static string FieldOf(JsonException? json) => json?.Path?.TrimStart('$', '.') is { Length: > 0 } field ? field : "body";

    [LoggerMessage(1, LogLevel.Error, "An AWS service failed.")]
    private partial void LogOutage(Exception exception);

    [LoggerMessage(2, LogLevel.Error, "{Method} {Path} ended in an exception.")]
    private partial void LogBug(Exception exception, string method, PathString path);
}

/// <summary>Numbers in the query that are none. The framework answers them with a bare 400 that does not say which.</summary>
internal static class Unbound
{
    public static string[] In(HttpContext http) => http.Response.StatusCode == StatusCodes.Status400BadRequest && http.GetEndpoint() is { } endpoint
        ? [.. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Where(parameter => IsUnbound(http, parameter)).Select(parameter => parameter.Name)]
        : [];

    private static bool IsUnbound(HttpContext http, IParameterBindingMetadata parameter) =>
        parameter.ParameterInfo.ParameterType == typeof(int?)
        && http.Request.Query[parameter.Name] is { Count: > 0 } values
        && !int.TryParse(values, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);
}
