using System.Text.Json.Serialization;
using Iris.Catalog;
using Iris.Catalog.Feed;
using Iris.Catalog.Outcomes;
using Iris.ImageApi.Callers;

namespace Iris.ImageApi.Images;

/// <summary>A page of images, newest first.</summary>
/// <param name="Items">The images. Under a label filter a page may hold fewer than asked for although more follow.</param>
/// <param name="NextCursor">What to ask with for the next page; null at the end.</param>
internal sealed record ImagePage(
    IReadOnlyList<ImageSummary> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? NextCursor)
{
    public static ImagePage From(FeedPage page, FeedFilter filter, Caller caller) =>
        new([.. page.Items.Select(image => ImageSummary.From(image, caller))], page.Next?.ToString(filter));
}

/// <summary>What the gallery shows of an image.</summary>
internal sealed record ImageSummary
{
    public required string Id { get; init; }

    [JsonConverter(typeof(KebabCase<ImageStatus>))]
    public required ImageStatus Status { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Whether the caller uploaded it, and may delete and retry it.</summary>
    public bool? Mine { get; init; }

    /// <summary>The size of the original in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The width of the upright image in pixels, once it is ready.</summary>
    public int? Width { get; init; }

    /// <summary>The height of the upright image in pixels, once it is ready.</summary>
    public int? Height { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When it became ready, rejected or failed.</summary>
    public DateTime? ProcessedAt { get; init; }

    /// <summary>A thumbhash, base64, once it is ready.</summary>
    public string? Placeholder { get; init; }

    /// <summary>The dominant colour as `#rrggbb`, once it is ready.</summary>
    public string? Color { get; init; }

    /// <summary>Smaller copies, smallest first; empty until it is ready.</summary>
    public required IReadOnlyList<Rendition> Thumbnails { get; init; }

    /// <summary>Most confident first; empty until it is ready.</summary>
    public required IReadOnlyList<LabelSummary> Labels { get; init; }

    /// <summary>Why it is rejected or failed.</summary>
    public Reason? Reason { get; init; }

    public static ImageSummary From(Image image, Caller caller) => new()
    {
        Id = image.Id.ToString(),
        Status = image.Status,
        FileName = image.FileName,
        ContentType = image.ContentType,
        Mine = caller.Owns(image),
        Size = image.Size,
        Width = image.Findings?.Width,
        Height = image.Findings?.Height,
        CreatedAt = image.CreatedAt.UtcDateTime,
        ProcessedAt = image.ProcessedAt?.UtcDateTime,
        Placeholder = image.Findings?.Placeholder,
        Color = image.Findings?.Color,
        Thumbnails = Rendition.ThumbnailsOf(image),
        Labels = [.. (image.Findings?.Labels ?? []).Select(LabelSummary.From)],
        Reason = Reason.From(image.Reason),
    };
}

/// <summary>Something that an image shows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Confidence">How sure, in percent.</param>
internal sealed record LabelSummary(string Name, double Confidence)
{
    public static LabelSummary From(Label label) => new(label.Name, label.Confidence);
}
