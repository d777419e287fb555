using System.Collections.Immutable;
using LocalAws.S3.Checksums;

namespace LocalAws.S3.Storage;

/// <summary>An object as its writer describes it, before it has a place in the order of writes.</summary>
internal sealed record ObjectDraft(
    string Key,
    string ETag,
    ImmutableSortedDictionary<string, string> Headers,
    ChecksumSet Checksums,
    ImmutableSortedDictionary<string, string> Tags)
{
    /// <summary>The multipart upload that this completes.</summary>
    public string? CompletedUploadId { get; init; }
}
