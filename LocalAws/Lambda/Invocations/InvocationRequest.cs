namespace LocalAws.Lambda.Invocations;

/// <summary>What a caller asks of a function.</summary>
internal sealed record InvocationRequest(string RequestId, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The caller's X-Ray trace header, when it sent one.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>The caller's client context, base64.</summary>
    public string? ClientContext { get; init; }
}
