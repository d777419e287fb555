using LocalAws.Lambda.Invocations;

namespace LocalAws.Lambda.RuntimeApi;

/// <summary>What the Runtime API says to a runtime.</summary>
internal static class RuntimeApiAnswer
{
    public static IResult Accepted { get; } =
        TypedResults.Json(new StatusResponse("OK"), LambdaJson.Default.StatusResponse, statusCode: StatusCodes.Status202Accepted);

    /// <summary>The invocation was never there, is answered, or has timed out.</summary>
    public static IResult UnknownRequest { get; } = Error(
        StatusCodes.Status400BadRequest, new ErrorDocument("InvalidRequestID", "Invalid request ID"));

    public static IResult TooLarge { get; } = Error(
        StatusCodes.Status413PayloadTooLarge,
        new ErrorDocument("RequestEntityTooLarge", $"Exceeded maximum allowed payload size ({Payloads.MaximumSynchronousBytes} bytes)."));

    /// <summary>A container error, after which the documentation of the Runtime API asks the runtime to exit.</summary>
    public static IResult SandboxEnded { get; } = Error(
        StatusCodes.Status500InternalServerError,
        new ErrorDocument("ContainerError", "An invocation timed out, and this sandbox with it. Runtime should exit promptly."));

    private static IResult Error(int status, ErrorDocument document) =>
        TypedResults.Json(document, LambdaJson.Default.ErrorDocument, statusCode: status);
}

internal sealed record StatusResponse(string Status);
