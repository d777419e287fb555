namespace Aspire.Hosting.Dcp;

/// <summary>A stable port, which DCP's proxy carries to the processes that produce the service.</summary>
internal sealed record DcpService(DcpMetadata Metadata, DcpServiceSpec Spec) : IDcpObject
{
    public static string Plural => "services";

    public string ApiVersion { get; init; } = DcpApi.Version;

    public string Kind { get; init; } = "Service";

    public DcpServiceStatus? Status { get; init; }
}
