namespace Aspire.Hosting.Dcp;

internal sealed record DcpExecutableSpec(
    string ExecutablePath,
    string WorkingDirectory,
    IReadOnlyList<string> Args,
    IReadOnlyList<DcpEnvironmentVariable> Env)
{
    public string ExecutionType { get; init; } = "Process";

    public DcpAmbientEnvironment AmbientEnvironment { get; init; } = new("Inherit");

    public bool? Stop { get; init; }
}
