namespace Iris.Catalog.Processing;

/// <summary>What came of asking for an image. Everything but <see cref="Claimed"/> means: acknowledge the event, there is nothing to do.</summary>
public abstract record ClaimOutcome
{
    private ClaimOutcome()
    {
    }

    /// <summary>The image is the caller's to process.</summary>
    public sealed record Claimed(Claim Claim) : ClaimOutcome;

    /// <summary>The image is ready or rejected already.</summary>
    public sealed record AlreadyFinal(ImageRecord Image) : ClaimOutcome;

    /// <summary>Another invocation is at work on the image.</summary>
    public sealed record LeasedElsewhere : ClaimOutcome;

    /// <summary>The catalog knows no such image: it was deleted, or never announced. The caller should remove its objects.</summary>
    public sealed record Missing : ClaimOutcome;
}
