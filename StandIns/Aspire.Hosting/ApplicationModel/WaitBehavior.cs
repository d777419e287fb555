namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a waiting resource does when the other one fails.</summary>
public enum WaitBehavior
{
    /// <summary>It keeps waiting: the other may be started again.</summary>
    WaitOnResourceUnavailable,

    /// <summary>It fails too.</summary>
    StopOnResourceUnavailable,
}
