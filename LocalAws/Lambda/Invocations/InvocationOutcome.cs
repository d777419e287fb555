namespace LocalAws.Lambda.Invocations;

internal enum InvocationOutcome
{
    Success,

    /// <summary>The function failed, timed out or its process ended.</summary>
    FunctionError,

    /// <summary>It did not run: the reserved concurrency is used up.</summary>
    Throttled,

    /// <summary>It did not run: no sandbox was free for so long that the caller was let go.</summary>
    NoSandbox,
}
