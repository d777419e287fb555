namespace LocalAws.S3.Routing;

/// <summary>What a path names.</summary>
internal enum Level
{
    Service,
    Bucket,
    Object,
}
