namespace LocalAws.Rekognition.Protocol;

internal sealed record ImageSource(byte[]? Bytes, S3ObjectSource? S3Object);

internal sealed record S3ObjectSource(string? Bucket, string? Name, string? Version);
