namespace Aspire.Hosting.Dcp;

internal sealed record DcpServiceStatus(int? EffectivePort);
