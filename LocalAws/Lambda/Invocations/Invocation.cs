namespace LocalAws.Lambda.Invocations;

/// <summary>One event on its way through a sandbox, from waiting to its single result.</summary>
internal sealed class Invocation(string requestId, InvocationType type, ReadOnlyMemory<byte> payload, string traceHeader)
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InvocationResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId => requestId;

    public InvocationType Type => type;

    public ReadOnlyMemory<byte> Payload => payload;

    /// <summary>The X-Ray trace header.</summary>
    public string TraceHeader => traceHeader;

    /// <summary>The caller's client context, base64, if it sent one.</summary>
    public string? ClientContext { get; init; }

    public DateTimeOffset Deadline { get; private set; }

    /// <summary>Completes when a sandbox has taken the invocation, or when it ended without one.</summary>
    public Task Started => _started.Task;

    public Task<InvocationResult> Result => _result.Task;

    public void Start(DateTimeOffset now, TimeSpan timeout)
    {
        Deadline = now + timeout;
        _started.TrySetResult();
    }

    /// <summary>The first result counts; every later one is refused.</summary>
    public bool TryComplete(InvocationResult result)
    {
        var first = _result.TrySetResult(result);
        _started.TrySetResult();
        return first;
    }
}

/// <summary>The values of X-Amz-Invocation-Type: <see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html"/>.</summary>
internal enum InvocationType
{
    RequestResponse,
    Event,
    DryRun,
}

/// <summary>What a caller asks of a function.</summary>
internal sealed record InvocationRequest(string RequestId, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The caller's X-Ray trace header, when it sent one.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>The caller's client context, base64.</summary>
    public string? ClientContext { get; init; }
}
