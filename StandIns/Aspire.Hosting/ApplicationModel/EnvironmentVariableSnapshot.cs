namespace Aspire.Hosting.ApplicationModel;

/// <summary>An environment variable of a running resource.</summary>
public sealed record EnvironmentVariableSnapshot(string Name, string? Value, bool IsFromSpec);
