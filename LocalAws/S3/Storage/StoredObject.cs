using System.Collections.Immutable;
using LocalAws.S3.Checksums;

namespace LocalAws.S3.Storage;

/// <summary>All that is known of an object but its bytes.</summary>
/// <param name="Key">The key.</param>
/// <param name="Sequence">The number of the write: greater is later. It names the data file, so that no write touches another's.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ETag">The MD5, without quotes.</param>
/// <param name="LastModified">When it was written.</param>
/// <param name="Headers">System and user metadata as headers, names in lower case.</param>
/// <param name="Checksums">The checksums that the writer sent or asked for.</param>
internal sealed record StoredObject(
    string Key,
    long Sequence,
    long Size,
    string ETag,
    DateTimeOffset LastModified,
    ImmutableSortedDictionary<string, string> Headers,
    ChecksumSet Checksums);

/// <summary>An object as its writer describes it, before it has a place in the order of writes.</summary>
internal sealed record ObjectDraft(string Key, string ETag, ImmutableSortedDictionary<string, string> Headers, ChecksumSet Checksums);
