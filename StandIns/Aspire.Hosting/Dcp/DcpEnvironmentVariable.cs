namespace Aspire.Hosting.Dcp;

internal sealed record DcpEnvironmentVariable(string Name, string? Value);
