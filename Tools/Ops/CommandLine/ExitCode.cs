namespace Iris.Ops.CommandLine;

/// <summary>How a command ends; `--help` lists the same.</summary>
internal enum ExitCode
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
