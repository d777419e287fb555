using LocalAws.S3.Checksums;

namespace LocalAws.S3.Storage;

internal sealed record UploadedPart(int Number, long Sequence, long Size, string ETag, DateTimeOffset LastModified, ChecksumSet Checksums);
