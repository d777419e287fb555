using System.Text.Json.Serialization;
using Iris.Catalog.Feed;

namespace Iris.ImageApi.Images;

/// <summary>A page of images, newest first.</summary>
/// <param name="Items">The images. Under a label filter a page may hold fewer than asked for although more follow.</param>
/// <param name="NextCursor">What to ask with for the next page; null at the end.</param>
internal sealed record ImagePage(
    IReadOnlyList<ImageSummary> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? NextCursor)
{
    public static ImagePage From(FeedPage page, IEnumerable<string> labels) =>
        new([.. page.Items.Select(ImageSummary.From)], page.Next?.ToString(labels));
}
