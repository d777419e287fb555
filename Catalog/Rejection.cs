namespace Iris.Catalog;

/// <summary>The reason of a rejected or failed image: a code for programs and a sentence for people.</summary>
public sealed record Rejection(RejectionCode Code, string Message);

/// <summary>Why an image did not become ready. On the wire: the name in kebab-case (<c>not-an-image</c>).</summary>
public enum RejectionCode
{
    /// <summary>The bytes begin like no image format at all.</summary>
    NotAnImage,

    /// <summary>An image, but of a format that is not accepted.</summary>
    UnsupportedFormat,

    /// <summary>More bytes than allowed.</summary>
    TooLarge,

    /// <summary>More pixels, or a longer side, than allowed.</summary>
    TooManyPixels,

    /// <summary>Decoding would take, or has taken, far longer than a picture of its size should.</summary>
    TooComplex,

    /// <summary>The decoder could not make sense of the bytes.</summary>
    Corrupt,

    /// <summary>Nothing is known to be wrong with the bytes: processing itself failed.</summary>
    ProcessingFailed,
}
