namespace Aspire.Hosting.Dcp;

/// <summary>Without a port, DCP chooses a free one.</summary>
internal sealed record DcpServiceSpec(int? Port)
{
    public string Protocol { get; init; } = "TCP";

    public string AddressAllocationMode { get; init; } = "Localhost";
}
