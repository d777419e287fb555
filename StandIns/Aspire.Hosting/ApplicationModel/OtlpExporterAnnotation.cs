namespace Aspire.Hosting.ApplicationModel;

/// <summary>The resource sends telemetry to the dashboard.</summary>
public sealed class OtlpExporterAnnotation : IResourceAnnotation
{
    /// <summary>The protocol it needs; null for gRPC.</summary>
    public OtlpProtocol? RequiredProtocol { get; init; }
}
