using LocalAws.S3.Checksums;

namespace LocalAws.S3.Bodies;

/// <summary>A body that kept its promises.</summary>
/// <param name="ETag">Its MD5, in lower-case hex.</param>
/// <param name="Checksums">The checksum that came with it.</param>
internal sealed record ReceivedBody(string ETag, ChecksumSet Checksums);
