namespace Iris.Catalog;

/// <summary>An image as everybody sees it.</summary>
public sealed record Image
{
    /// <summary>5 MiB. The site says the same, which a test holds.</summary>
    public const int MaximumSize = 5 * 1024 * 1024;

    public required ImageId Id { get; init; }

    public required ImageStatus Status { get; init; }

    /// <summary>The name that the file had where it came from. For display only.</summary>
    public required string FileName { get; init; }

    /// <summary>The media type that was announced; once it is processed, the bytes' own.</summary>
    public required string ContentType { get; init; }

    /// <summary>The size of the original in bytes, at most <see cref="MaximumSize"/>.</summary>
    public required long Size { get; init; }

    /// <summary>The SHA-256 of the original: 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Who announced it; null: nobody whom the catalog knows, so that only an operator may change it.</summary>
    public Owner? Owner { get; init; }

    /// <summary>When it was announced, to the millisecond.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The W3C <c>traceparent</c> of the request that announced it, so that processing continues that trace.</summary>
    public string? TraceParent { get; init; }

    /// <summary>How often processing has begun.</summary>
    public int Attempt { get; init; }

    /// <summary>When it became final.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>Why it is rejected or failed; null otherwise.</summary>
    public Rejection? Reason { get; init; }

    /// <summary>What processing found out; null until it is ready.</summary>
    public Findings? Findings { get; init; }

    /// <summary>Whether waiting any longer would change nothing.</summary>
    public bool IsFinal => Status is ImageStatus.Ready or ImageStatus.Rejected or ImageStatus.Failed;

    /// <summary>Whether it is theirs. What is nobody's is not that of somebody unknown either.</summary>
    public bool IsOf(Owner? somebody) => somebody is not null && Owner == somebody;
}

/// <summary>Where an image is on its way. It only moves forward, except that a retry takes a failed one back to pending.</summary>
public enum ImageStatus
{
    /// <summary>Announced; its bytes may or may not have arrived.</summary>
    Pending,

    /// <summary>A processor holds the lease.</summary>
    Processing,

    /// <summary>Final: derivatives and labels are there.</summary>
    Ready,

    /// <summary>Final: the bytes are at fault.</summary>
    Rejected,

    /// <summary>Processing was given up; a retry is possible.</summary>
    Failed,
}

/// <summary>What the bytes of an original are, whatever was announced.</summary>
/// <param name="ContentType">The media type that they begin as; application/octet-stream where that is none that is decoded.</param>
/// <param name="Size">How many there are.</param>
/// <param name="Sha256">64 lower-case hex digits; null when there are too many to read them all.</param>
public sealed record OriginalFile(string ContentType, long Size, string? Sha256);

/// <summary>All that a ready image has and others do not.</summary>
public sealed record Findings
{
    /// <summary>Pixels, after EXIF orientation.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels, after EXIF orientation.</summary>
    public required int Height { get; init; }

    /// <summary>A thumbhash (https://evanw.github.io/thumbhash/), base64.</summary>
    public required string Placeholder { get; init; }

    /// <summary>The dominant colour, <c>#rrggbb</c>.</summary>
    public required string Color { get; init; }

    /// <summary>Smallest first.</summary>
    public required IReadOnlyList<Derivative> Derivatives { get; init; }

    /// <summary>Most confident first.</summary>
    public required IReadOnlyList<Label> Labels { get; init; }

    public required Timings Timings { get; init; }
}

/// <summary>A smaller copy of the image, in WebP, never enlarged.</summary>
/// <param name="Edge">The longest side asked for, in pixels; names the object.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record Derivative(int Edge, int Width, int Height, long Size)
{
    public const string ContentType = "image/webp";

    /// <summary>The edges that every image has a derivative for, smallest first.</summary>
    public static IReadOnlyList<int> Edges { get; } = [300, 600, 1600];
}

/// <summary>How long an image took, in milliseconds.</summary>
/// <param name="QueuedMs">From the object's creation to the start of processing.</param>
/// <param name="ProcessingMs">From the start of processing to ready.</param>
/// <param name="LabelsMs">The label detection within it.</param>
public sealed record Timings(long QueuedMs, long ProcessingMs, long LabelsMs);
