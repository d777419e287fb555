namespace Aspire.Hosting;

/// <summary>A way to send telemetry.</summary>
public enum OtlpProtocol
{
    /// <summary>OTLP over gRPC.</summary>
    Grpc,

    /// <summary>OTLP over HTTP with protobuf bodies.</summary>
    HttpProtobuf,

    /// <summary>OTLP over HTTP with JSON bodies.</summary>
    HttpJson,
}
