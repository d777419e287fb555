using Iris.Catalog.Objects;

namespace Iris.Catalog.Outcomes;

/// <summary>A smaller copy of an image, to be fetched from the site itself.</summary>
/// <param name="Url">Relative to the origin of the site.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Type">Its media type.</param>
public sealed record Rendition(string Url, int Width, int Height, string Type)
{
    /// <summary>All but the largest, which is the preview.</summary>
    public static IReadOnlyList<Rendition> ThumbnailsOf(Image image) =>
        [.. (image.Findings?.Derivatives ?? []).SkipLast(1).Select(derivative => From(image.Id, derivative))];

    public static Rendition? PreviewOf(Image image) =>
        image.Findings is { Derivatives: [.., var largest] } ? From(image.Id, largest) : null;

    private static Rendition From(ImageId id, Derivative derivative) =>
        new($"/{ObjectKeys.Derivative(id, derivative.Edge)}", derivative.Width, derivative.Height, Derivative.ContentType);
}
