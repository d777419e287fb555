using System.Text.Json.Serialization;

namespace Iris.Catalog.Outcomes;

/// <summary>Everything about an image.</summary>
public sealed record ImageDetail
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

    /// <summary>The SHA-256 of the original in hex.</summary>
    public required string Sha256 { get; init; }

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

    /// <summary>The largest copy, once it is ready.</summary>
    public Rendition? Preview { get; init; }

    /// <summary>Most confident first; empty until it is ready.</summary>
    public required IReadOnlyList<LabelDetail> Labels { get; init; }

    /// <summary>How long it took, once it is ready.</summary>
    public ImageTimings? Timings { get; init; }

    /// <summary>Why it is rejected or failed.</summary>
    public Reason? Reason { get; init; }

    /// <summary>As somebody sees it.</summary>
    public static ImageDetail From(Image image, Owner? somebody) => From(image) with { Mine = image.IsOf(somebody) };

    /// <summary>As everybody sees it: whose it is, is told to each alone.</summary>
    public static ImageDetail From(Image image) => new()
    {
        Id = image.Id.ToString(),
        Status = image.Status,
        FileName = image.FileName,
        ContentType = image.ContentType,
        Size = image.Size,
        Sha256 = image.Sha256,
        Width = image.Findings?.Width,
        Height = image.Findings?.Height,
        CreatedAt = image.CreatedAt.UtcDateTime,
        ProcessedAt = image.ProcessedAt?.UtcDateTime,
        Placeholder = image.Findings?.Placeholder,
        Color = image.Findings?.Color,
        Thumbnails = Rendition.ThumbnailsOf(image),
        Preview = Rendition.PreviewOf(image),
        Labels = [.. (image.Findings?.Labels ?? []).Select(LabelDetail.From)],
        Timings = image.Findings is { Timings: var timings } ? new(timings.QueuedMs, timings.ProcessingMs, timings.LabelsMs) : null,
        Reason = Reason.From(image.Reason),
    };
}

/// <summary>Something that an image shows, and where.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Confidence">How sure, in percent.</param>
/// <param name="Parents">Broader labels.</param>
/// <param name="Categories">Themes.</param>
/// <param name="Instances">Where in the image; empty for labels of the whole scene.</param>
public sealed record LabelDetail(
    string Name, double Confidence, IReadOnlyList<string> Parents, IReadOnlyList<string> Categories, IReadOnlyList<Instance> Instances)
{
    public static LabelDetail From(Label label) =>
        new(label.Name, label.Confidence, label.Parents, label.Categories, [.. label.Instances.Select(Instance.From)]);
}

/// <summary>A box in the image, in fractions of its width and height.</summary>
public sealed record Instance(double Left, double Top, double Width, double Height, double Confidence)
{
    public static Instance From(LabelInstance instance) =>
        new(instance.Box.Left, instance.Box.Top, instance.Box.Width, instance.Box.Height, instance.Confidence);
}

/// <summary>How long an image took, in milliseconds.</summary>
/// <param name="QueuedMs">From the end of the upload to the start of processing.</param>
/// <param name="ProcessingMs">From there to ready.</param>
/// <param name="LabelsMs">The label detection within it.</param>
public sealed record ImageTimings(long QueuedMs, long ProcessingMs, long LabelsMs);
