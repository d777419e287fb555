namespace Iris.Catalog.Maintenance;

/// <summary>What became of an image that was to be processed again.</summary>
public enum ReprocessingOutcome
{
    /// <summary>Pending, and its event is on the way.</summary>
    Sent,

    /// <summary>In another state than asked for, or being processed: left alone.</summary>
    Skipped,

    /// <summary>Its original is gone, so there is nothing to process: left as it is.</summary>
    WithoutOriginal,
}
