namespace Aspire.Hosting.Dcp;

internal sealed record DcpAmbientEnvironment(string Behavior);
