namespace Aspire.Hosting.Dcp;

/// <summary>A kind of object that DCP's Kubernetes-style API keeps.</summary>
internal interface IDcpObject
{
    /// <summary>The kind as the URLs spell it.</summary>
    static abstract string Plural { get; }

    DcpMetadata Metadata { get; }
}
