using System.Globalization;
using System.Text.Json;

namespace LocalAws.Lambda.Invocations;

/// <summary>What came of an invocation: the function's answer, its error, or Lambda's word on why there is neither.</summary>
internal sealed record InvocationResult(InvocationOutcome Outcome, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The value of X-Amz-Function-Error; today AWS says Unhandled for every error.</summary>
    public const string FunctionError = "Unhandled";

    public static InvocationResult Throttled { get; } = new(InvocationOutcome.Throttled, default);

    public static InvocationResult NoSandbox { get; } = new(InvocationOutcome.NoSandbox, default);

    /// <summary>Whether the sandbox gets no further invocation.</summary>
    public bool EndsSandbox { get; private init; }

    public static InvocationResult Success(ReadOnlyMemory<byte> payload) => new(InvocationOutcome.Success, payload);

    public static InvocationResult Error(ReadOnlyMemory<byte> document) => new(InvocationOutcome.FunctionError, document);

    /// <summary>Nobody can tell what a function still does after its time: Lambda never uses its sandbox again.</summary>
    public static InvocationResult TimedOut(string requestId, int timeoutSeconds)
    {
        var message = string.Create(
            CultureInfo.InvariantCulture, $"RequestId: {requestId} Error: Task timed out after {timeoutSeconds:F2} seconds");
        return Error("Sandbox.Timedout", message) with { EndsSandbox = true };
    }

    public static InvocationResult Exited(string requestId) => Error(
        "Runtime.ExitError", $"RequestId: {requestId} Error: Runtime exited without providing a reason");

    public static InvocationResult TooLarge(long size) => Error(
        "Function.ResponseSizeTooLarge",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Response payload size ({size} bytes) exceeded maximum allowed payload size ({Payloads.MaximumSynchronousBytes} bytes)."));

    private static InvocationResult Error(string errorType, string errorMessage) =>
        Error(JsonSerializer.SerializeToUtf8Bytes(new ErrorDocument(errorType, errorMessage), LambdaJson.Default.ErrorDocument));
}

internal enum InvocationOutcome
{
    Success,

    /// <summary>The function failed, timed out or its process ended.</summary>
    FunctionError,

    /// <summary>It did not run: the reserved concurrency is used up.</summary>
    Throttled,

    /// <summary>It did not run: no sandbox was free for so long that the caller was let go.</summary>
    NoSandbox,
}

/// <summary>An error in Lambda's own words: <c>{"errorType":…,"errorMessage":…}</c>.</summary>
internal sealed record ErrorDocument(string ErrorType, string ErrorMessage);
