namespace Iris.Catalog;

/// <summary>What came of asking for a retry.</summary>
public abstract record RetryOutcome
{
    private RetryOutcome()
    {
    }

    /// <summary>The image is pending again; its event is still to be emitted again.</summary>
    public sealed record Pending(ImageRecord Image) : RetryOutcome;

    /// <summary>The image has not failed.</summary>
    public sealed record NotFailed(ImageRecord Image) : RetryOutcome;

    /// <summary>There is no such image.</summary>
    public sealed record Missing : RetryOutcome;
}
