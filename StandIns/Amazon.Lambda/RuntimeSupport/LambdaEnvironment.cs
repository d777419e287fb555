using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The variables that Lambda sets for a function:
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime"/>.
/// </summary>
internal sealed record LambdaEnvironment
{
    public const string FunctionNameVariable = "AWS_LAMBDA_FUNCTION_NAME";

    public string? RuntimeApi { get; private init; }
    public required string FunctionName { get; init; }
    public required string FunctionVersion { get; init; }
    public required string LogGroupName { get; init; }
    public required string LogStreamName { get; init; }
    public required int MemoryLimitInMB { get; init; }

    public static LambdaEnvironment From(Func<string, string?> variable) => new()
    {
        RuntimeApi = variable("AWS_LAMBDA_RUNTIME_API"),
        FunctionName = variable(FunctionNameVariable) ?? "",
        FunctionVersion = variable("AWS_LAMBDA_FUNCTION_VERSION") ?? "$LATEST",
        LogGroupName = variable("AWS_LAMBDA_LOG_GROUP_NAME") ?? "",
        LogStreamName = variable("AWS_LAMBDA_LOG_STREAM_NAME") ?? "",
        MemoryLimitInMB = int.TryParse(
            variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 128,
    };

    public string RequireRuntimeApi() => RuntimeApi is { Length: > 0 } endpoint
        ? endpoint
        : throw new InvalidOperationException("AWS_LAMBDA_RUNTIME_API is not set: it says where the Lambda Runtime API is, as host:port.");
}
