namespace LocalAws.Lambda.Invocations;

internal enum InvocationOutcome
{
    Success,

    /// <summary>The function failed, timed out or its process ended.</summary>
    FunctionError,

    /// <summary>No sandbox ran it: the reserved concurrency is used up, or nobody polls.</summary>
    Throttled,
}
