namespace Iris.Deployment;

/// <summary>
/// Ends what was asked for with a message for the operator, who is told what is wrong and what to do, not where in the code.
/// </summary>
public sealed class OperationException(ExitCode code, string message) : Exception(message)
{
    public ExitCode Code { get; } = code;

    public static OperationException Failed(string message) => new(ExitCode.Failed, message);

    public static OperationException Unusable(string message) => new(ExitCode.Unusable, message);

    public static OperationException Declined(string message) => new(ExitCode.Declined, message);

    public static OperationException RolledBack(string message) => new(ExitCode.RolledBack, message);

    public static OperationException TimedOut(string message) => new(ExitCode.TimedOut, message);
}

/// <summary>How a command ends; `--help` lists the same.</summary>
public enum ExitCode
{
    /// <summary>Done, or there was nothing to do.</summary>
    Done = 0,

    /// <summary>It failed. The message says what is left and what to do.</summary>
    Failed = 1,

    /// <summary>The command line or the machine is not as it has to be. Nothing was done.</summary>
    Unusable = 2,

    /// <summary>Somebody said no, or nobody was there to say yes. Nothing was done.</summary>
    Declined = 3,

    /// <summary>The new version failed and the previous one is back in place.</summary>
    RolledBack = 4,

    /// <summary>What was waited for did not come in time. It may still come, and what was done is kept.</summary>
    TimedOut = 5,
}
