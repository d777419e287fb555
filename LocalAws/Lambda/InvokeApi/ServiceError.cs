using System.Text.Json.Nodes;
using LocalAws.Shared.SigV4;

namespace LocalAws.Lambda.InvokeApi;

/// <summary>
/// An error of the Lambda service, as the SDKs read it: the type in x-amzn-ErrorType, the words in the body.
/// <see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors"/>.
/// </summary>
internal sealed class ServiceError(int status, string errorType, string message, string? reason = null) : IResult
{
    public static ServiceError FunctionNotFound(string function) =>
        new(StatusCodes.Status404NotFound, "ResourceNotFoundException", $"Function not found: {function}");

    public static ServiceError UnknownInvocationType(string value) =>
        new(StatusCodes.Status400BadRequest, "InvalidParameterValueException",
            $"X-Amz-Invocation-Type is RequestResponse, Event or DryRun, not '{value}'.");

    public static ServiceError NotJson() =>
        new(StatusCodes.Status400BadRequest, "InvalidRequestContentException", "Could not parse request body into json.");

    public static ServiceError TooLarge(int maximumBytes) =>
        new(StatusCodes.Status413PayloadTooLarge, "RequestTooLargeException",
            $"Request must be smaller than {maximumBytes} bytes for the InvokeFunction operation");

    public static ServiceError ReservedConcurrencyExceeded() =>
        new(StatusCodes.Status429TooManyRequests, "TooManyRequestsException", "Rate Exceeded.",
            "ReservedFunctionConcurrentInvocationLimitExceeded");

    public static ServiceError NoSandbox(string function) =>
        new(StatusCodes.Status429TooManyRequests, "TooManyRequestsException",
            $"Every sandbox of {function} is busy, or none polls: is its process running?", "ConcurrentInvocationLimitExceeded");

    public static ServiceError QueueFull() =>
        new(StatusCodes.Status429TooManyRequests, "TooManyRequestsException",
            "The event queue is full (Lambda:MaximumQueuedEvents, Lambda:MaximumQueuedBytes).", "CallerRateLimitExceeded");

    public static ServiceError NotSigned(SigV4Refusal refusal) =>
        new(StatusCodes.Status403Forbidden, refusal.JsonError.Code, refusal.Message);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/json";
        httpContext.Response.Headers["x-amzn-ErrorType"] = errorType;
        var body = new JsonObject { ["Reason"] = reason, ["Type"] = "User", ["message"] = message };
        if (reason is null)
        {
            body.Remove("Reason");
        }

        return httpContext.Response.WriteAsync(body.ToJsonString(), httpContext.RequestAborted);
    }
}
