namespace LocalAws.S3.Bodies;

/// <summary>Takes the next bytes of a decoded body: into a file, into memory, into a digest.</summary>
internal delegate void PayloadWriter(ReadOnlySpan<byte> payload);
