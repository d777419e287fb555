using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LocalAws.Lambda.Functions;
using LocalAws.Lambda.Invocations;

namespace LocalAws.Lambda.AsyncEvents;

/// <summary>
/// What Lambda sends to an on-failure destination:
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html"/>.
/// </summary>
internal sealed record FailureRecord(
    string Version,
    DateTimeOffset Timestamp,
    FailureRecord.RequestContextRecord RequestContext,
    JsonElement RequestPayload,
    FailureRecord.ResponseContextRecord? ResponseContext,
    JsonElement? ResponsePayload)
{
    /// <summary>The function's name, from its ARN, which ends in <c>:function:name:$LATEST</c>.</summary>
    [JsonIgnore]
    public string Function => RequestContext.FunctionArn.Split(':')[^2];

    public static FailureRecord Of(
        LambdaFunction function,
        AsyncEvent accepted,
        FailureCondition condition,
        int attempts,
        InvocationResult? last,
        DateTimeOffset now) =>
        new(
            "1.0",
            now,
            new RequestContextRecord(accepted.RequestId, $"{function.Arn}:{LambdaFunction.Version}", condition, attempts),
            Parse(accepted.Payload),
            last is null ? null : new ResponseContextRecord(200, LambdaFunction.Version, InvocationResult.FunctionError),
            last is null ? null : Parse(last.Payload));

    /// <summary>The event as it is sent again.</summary>
    public byte[] Payload() => Encoding.UTF8.GetBytes(RequestPayload.GetRawText());

    /// <summary>A runtime may report anything as its error; what is not JSON is kept as text.</summary>
    private static JsonElement Parse(ReadOnlyMemory<byte> document) => Payloads.IsJson(document.Span)
        ? JsonElement.Parse(document.Span)
        : JsonSerializer.SerializeToElement(Encoding.UTF8.GetString(document.Span), LambdaJson.Default.String);

    internal sealed record RequestContextRecord(
        string RequestId, string FunctionArn, FailureCondition Condition, int ApproximateInvokeCount);

    internal sealed record ResponseContextRecord(int StatusCode, string ExecutedVersion, string FunctionError);
}

/// <summary>Why an event was given up.</summary>
internal enum FailureCondition
{
    RetriesExhausted,
    EventAgeExceeded,
}
