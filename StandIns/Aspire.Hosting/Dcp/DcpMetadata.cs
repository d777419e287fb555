namespace Aspire.Hosting.Dcp;

/// <summary>The name of an object, and what others look up about it.</summary>
internal sealed record DcpMetadata(string Name)
{
    public Dictionary<string, string>? Annotations { get; init; }
}
