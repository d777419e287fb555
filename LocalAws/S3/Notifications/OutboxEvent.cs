namespace LocalAws.S3.Notifications;

/// <summary>An event on its way to one function.</summary>
/// <param name="Id">Its own.</param>
/// <param name="FunctionName">From the destination's ARN.</param>
/// <param name="Payload">The record, as JSON, that the function gets.</param>
/// <param name="OccurredAt">When the change was made.</param>
/// <param name="TraceParent">The trace that it belongs to.</param>
internal sealed record OutboxEvent(string Id, string FunctionName, string Payload, DateTimeOffset OccurredAt, string? TraceParent);
