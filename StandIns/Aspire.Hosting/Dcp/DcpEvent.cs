namespace Aspire.Hosting.Dcp;

/// <summary>A change that a watch reports: ADDED, MODIFIED, DELETED, BOOKMARK or ERROR.</summary>
internal sealed record DcpEvent<T>(string Type, T Object);
