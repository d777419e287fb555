namespace Iris.Catalog;

/// <summary>An image that is about to be uploaded.</summary>
/// <param name="Sha256">The SHA-256 of its bytes: 64 lower-case hex digits.</param>
/// <param name="FileName">The name of the file, for display.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="TraceParent">The W3C <c>traceparent</c> of the request, if there is one.</param>
public sealed record NewImage(string Sha256, string FileName, string ContentType, long Size, string? TraceParent)
{
    /// <summary>The id that follows from the bytes.</summary>
    public ImageId Id => ImageId.FromSha256(Convert.FromHexString(Sha256));
}
