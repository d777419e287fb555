namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is waited for.</summary>
public enum WaitType
{
    /// <summary>The resource runs and is healthy.</summary>
    WaitUntilHealthy,

    /// <summary>The resource has run to its end.</summary>
    WaitForCompletion,

    /// <summary>The resource runs.</summary>
    WaitUntilStarted,
}
