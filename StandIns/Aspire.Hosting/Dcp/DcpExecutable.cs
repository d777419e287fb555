namespace Aspire.Hosting.Dcp;

/// <summary>One run of a process.</summary>
internal sealed record DcpExecutable(DcpMetadata Metadata, DcpExecutableSpec Spec) : IDcpObject
{
    public static string Plural => "executables";

    public string ApiVersion { get; init; } = DcpApi.Version;

    public string Kind { get; init; } = "Executable";

    public DcpExecutableStatus? Status { get; init; }
}
