using System.Collections.Immutable;

namespace LocalAws.S3.Storage;

/// <summary>An upload in parts that is neither complete nor aborted.</summary>
internal sealed record MultipartUpload(
    string UploadId,
    string Key,
    DateTimeOffset InitiatedAt,
    ImmutableSortedDictionary<string, string> Headers,
    ImmutableSortedDictionary<string, string> Tags,
    string? ChecksumAlgorithm,
    string ChecksumType)
{
    public ImmutableSortedDictionary<int, UploadedPart> Parts { get; init; } = ImmutableSortedDictionary<int, UploadedPart>.Empty;
}
