namespace Iris.Catalog;

/// <summary>An image as the catalog knows it.</summary>
public sealed record ImageRecord
{
    /// <summary>Its identity, derived from its bytes.</summary>
    public required ImageId Id { get; init; }

    /// <summary>Where it is on its way.</summary>
    public required ImageStatus Status { get; init; }

    /// <summary>The name that the file had where it came from. For display only.</summary>
    public required string FileName { get; init; }

    /// <summary>The media type that the uploader claimed; the original object bears it.</summary>
    public required string ContentType { get; init; }

    /// <summary>The size of the original in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The SHA-256 of the original: 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

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

    /// <summary>What is known of a ready image; null otherwise.</summary>
    public Picture? Picture { get; init; }

    /// <summary>Whether waiting any longer would change nothing.</summary>
    public bool IsFinal => Status is ImageStatus.Ready or ImageStatus.Rejected or ImageStatus.Failed;
}
