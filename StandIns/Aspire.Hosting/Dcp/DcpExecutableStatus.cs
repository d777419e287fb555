namespace Aspire.Hosting.Dcp;

/// <summary>What became of a run. States: Starting, Running, Stopping, Finished, FailedToStart, Terminated, Unknown.</summary>
internal sealed record DcpExecutableStatus(
    string? State,
    int? Pid,
    int? ExitCode,
    DateTime? StartupTimestamp,
    DateTime? FinishTimestamp,
    IReadOnlyList<DcpEnvironmentVariable>? EffectiveEnv,
    IReadOnlyList<string>? EffectiveArgs)
{
    public bool HasEnded => State is "Finished" or "FailedToStart" or "Terminated";
}
