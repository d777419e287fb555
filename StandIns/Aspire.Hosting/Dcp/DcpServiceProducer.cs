namespace Aspire.Hosting.Dcp;

/// <summary>Says, in an annotation of a process, which service it produces; without a port, DCP tells the process one.</summary>
internal sealed record DcpServiceProducer(string ServiceName, string Address, int? Port);
