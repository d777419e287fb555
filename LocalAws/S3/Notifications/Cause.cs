using System.Diagnostics;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Notifications;

/// <summary>The request that changed something, as far as an event tells of it.</summary>
/// <param name="EventName">For example <c>ObjectCreated:Put</c>.</param>
/// <param name="RequestId">The request's <c>x-amz-request-id</c>.</param>
/// <param name="SourceIp">The client's address.</param>
/// <param name="TraceParent">The W3C trace context, so that the delivery joins the trace of the request.</param>
internal sealed record Cause(string EventName, string RequestId, string SourceIp, string? TraceParent)
{
    public static Cause Of(S3Request request, string eventName) => new(
        eventName,
        Protocol.RequestId.Of(request.Http),
        request.Http.Connection.RemoteIpAddress?.ToString() ?? "",
        Activity.Current?.Id);
}
