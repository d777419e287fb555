using Iris.Catalog.Table;

namespace Iris.Catalog.Processing;

/// <summary>The right to process an image until the lease runs out. Comes from <see cref="ImageClaims.ClaimAsync"/>.</summary>
internal sealed record Claim(StoredImage Stored)
{
    /// <summary>The image, now processing.</summary>
    public Image Image => Stored.Image;

    /// <summary>What its bytes are, once they have been read. It replaces what was announced.</summary>
    public OriginalFile? File { get; init; }
}

/// <summary>
/// What came of asking for an image. Everything but <see cref="Claimed"/> means: acknowledge the event, there is nothing to do.
/// </summary>
internal abstract record ClaimOutcome
{
    private ClaimOutcome()
    {
    }

    /// <summary>The image is the caller's to process.</summary>
    public sealed record Claimed(Claim Claim) : ClaimOutcome;

    /// <summary>The image is ready or rejected already.</summary>
    public sealed record AlreadyFinal(Image Image) : ClaimOutcome;

    /// <summary>Another invocation is at work on the image.</summary>
    public sealed record LeasedElsewhere : ClaimOutcome;

    /// <summary>The catalog knows no such image: it was deleted, or never announced. The caller should remove its objects.</summary>
    public sealed record Missing : ClaimOutcome;
}

/// <summary>What came of giving an attempt up.</summary>
public enum FailureOutcome
{
    /// <summary>The lease is released; the next attempt may begin at once.</summary>
    WillBeRetried,

    /// <summary>It was the last attempt: the image is failed now.</summary>
    GivenUp,

    /// <summary>The caller itself has made the image final, but those who wait and the counters may not know: the event has to come again.</summary>
    Untold,

    /// <summary>The image is no longer the caller's: deleted, or claimed by somebody else.</summary>
    Superseded,
}
