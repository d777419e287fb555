namespace Iris.Catalog.Processing;

/// <summary>What came of giving an attempt up.</summary>
public enum FailureOutcome
{
    /// <summary>The lease is released; the next attempt may begin at once.</summary>
    WillBeRetried,

    /// <summary>It was the last attempt: the image is failed now.</summary>
    GivenUp,

    /// <summary>The image is no longer the caller's: deleted, or claimed by somebody else.</summary>
    Superseded,
}
