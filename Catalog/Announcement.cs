namespace Iris.Catalog;

/// <summary>The answer to announcing an image.</summary>
/// <param name="Image">The image as the catalog knows it now.</param>
/// <param name="AwaitsBytes">True while it is pending: its bytes may be uploaded. False: these bytes have been here before.</param>
public sealed record Announcement(ImageRecord Image, bool AwaitsBytes);
