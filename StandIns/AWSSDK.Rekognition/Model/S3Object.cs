namespace Amazon.Rekognition.Model;

/// <summary>An object in S3.</summary>
public class S3Object
{
    /// <summary>Name of the bucket.</summary>
    public string? Bucket { get; set; }

    /// <summary>Key of the object, not encoded.</summary>
    public string? Name { get; set; }

    /// <summary>Version of the object, where the bucket keeps versions.</summary>
    public string? Version { get; set; }
}
