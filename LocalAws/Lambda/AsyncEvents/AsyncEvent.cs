namespace LocalAws.Lambda.AsyncEvents;

/// <summary>An event that was accepted: from now on it ends acknowledged or as a failure, never in between.</summary>
/// <param name="RequestId">The same in every attempt.</param>
/// <param name="Function">The function's name.</param>
/// <param name="Payload">The JSON document, byte for byte as it was sent.</param>
/// <param name="AcceptedAt">From when its age counts.</param>
/// <param name="TraceParent">The W3C context of who sent it.</param>
internal sealed record AsyncEvent(string RequestId, string Function, byte[] Payload, DateTimeOffset AcceptedAt, string? TraceParent)
{
    /// <summary>How often the function has failed on it.</summary>
    public int FailedAttempts { get; init; }
}
