namespace Iris.Ops.CommandLine;

/// <summary>Ends a command with a message for the operator, who is told what is wrong and what to do, not where in the code.</summary>
internal sealed class OpsException(ExitCode code, string message) : Exception(message)
{
    public ExitCode Code { get; } = code;

    public static OpsException Failed(string message) => new(ExitCode.Failed, message);

    public static OpsException Unusable(string message) => new(ExitCode.Unusable, message);

    public static OpsException Declined(string message) => new(ExitCode.Declined, message);

    public static OpsException TimedOut(string message) => new(ExitCode.TimedOut, message);
}
