namespace Amazon.Rekognition.Model;

/// <summary>The picture to look at: its bytes, or where they lie in S3. Exactly one of the two is set.</summary>
public class Image
{
    /// <summary>
    /// A JPEG or PNG of at most 5,242,880 bytes, at least 80 pixels wide and high; sent in base64 from the stream's beginning to its end.
    /// </summary>
    public MemoryStream? Bytes { get; set; }

    /// <summary>A JPEG or PNG of at most 15 MB in a bucket of the same region.</summary>
    public S3Object? S3Object { get; set; }
}
